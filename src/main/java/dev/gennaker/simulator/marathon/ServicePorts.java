package dev.gennaker.simulator.marathon;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives every port sent as 0 the lowest free number of the cluster's range. */
final class ServicePorts {

  static final int MIN = 10_000;
  static final int MAX = 20_000;

  private ServicePorts() {}

  static int[] of(JsonNode body) {
    ArrayNode ports = ports(body);
    int[] numbers = new int[ports.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ports.get(i).get(field(body)).asInt();
    }
    return numbers;
  }

  /** A definition with numbers instead of zeros; what the version before had is kept. */
  static ObjectNode assign(ObjectNode body, @Nullable AppSpec before, Set<Integer> used) {
    if (!hasZero(body)) {
      return body;
    }
    ObjectNode copy = body.deepCopy();
    int index = 0;
    int candidate = MIN;
    for (JsonNode port : ports(copy)) {
      ObjectNode entry = (ObjectNode) port;
      String field = field(copy);
      if (entry.get(field).asInt() == 0) {
        int number;
        if (before != null && index < before.servicePorts.length) {
          number = before.servicePorts[index];
        } else {
          while (candidate < MAX && used.contains(candidate)) {
            candidate++;
          }
          number = candidate;
        }
        used.add(number);
        entry.put(field, number);
      }
      index++;
    }
    return copy;
  }

  static boolean hasZero(ObjectNode body) {
    for (int port : of(body)) {
      if (port == 0) {
        return true;
      }
    }
    return false;
  }

  static Set<Integer> used(Collection<AppSpec> apps) {
    Set<Integer> used = new HashSet<>();
    for (AppSpec app : apps) {
      for (int port : app.servicePorts) {
        used.add(port);
      }
    }
    return used;
  }

  private static String field(JsonNode body) {
    return AppSpec.networkMode(body).equals("host") ? "port" : "servicePort";
  }

  private static ArrayNode ports(JsonNode body) {
    JsonNode holder = body;
    String name = "portDefinitions";
    if (!AppSpec.networkMode(body).equals("host")) {
      holder = body.get("container");
      name = "portMappings";
    }
    return holder != null && holder.get(name) instanceof ArrayNode ports ? ports : Json.array();
  }
}

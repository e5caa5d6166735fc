package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;
import static dev.gennaker.cloud.dcos.definition.Nodes.number;
import static dev.gennaker.cloud.dcos.definition.Nodes.text;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Networks and ports. Read are the modern {@code networks} and the old {@code networkType}; written
 * is only the modern form, and endpoints are never lost with either.
 */
final class Networking {

  private static final String HOST = "host";
  private static final String BRIDGE = "container/bridge";
  private static final String CONTAINER = "container";

  private final JsonNode body;
  private final ObjectNode app;
  private final Origins origins;
  private final String service;

  Networking(JsonNode body, ObjectNode app, Origins origins, String service) {
    this.body = body;
    this.app = app;
    this.origins = origins;
    this.service = service;
  }

  void write() {
    String mode = networks();
    if (given(body.path("serviceEndpoints"))) {
      ArrayNode ports = ports(mode);
      int index = 0;
      for (JsonNode endpoint : body.path("serviceEndpoints")) {
        String at = mode.equals(HOST) ? "$.portDefinitions" : "$.container.portMappings";
        String origin = "$.serviceEndpoints[" + index + "]";
        origins.put(at + "[" + index + "]", origin);
        origins.put(at + "[" + index + "].containerPort", origin + ".port");
        ports.add(endpoint.isObject() ? endpoint(endpoint, index, mode) : endpoint.deepCopy());
        index++;
      }
    }
  }

  /** Writes the networks and returns the mode of the first. */
  private String networks() {
    JsonNode modern = body.path("networks");
    if (given(modern)) {
      app.set("networks", modern.deepCopy());
      return text(modern.path(0).path("mode")).isEmpty()
          ? CONTAINER
          : mode(text(modern.path(0).path("mode")));
    }
    String type = text(body.path("networkType"));
    if (type.isEmpty()) {
      type = text(body.path("docker").path("network"));
    }
    if (type.isEmpty()) {
      type = text(body.path("serviceEndpoints").path(0).path("networkType"));
    }
    if (type.isEmpty()) {
      return HOST;
    }
    String mode = mode(type);
    ObjectNode network = app.putArray("networks").addObject().put("mode", mode);
    origins.put("$.networks[0].mode", "$.networkType");
    origins.put("$.networks[0].name", "$.networkName");
    if (mode.equals(CONTAINER)) {
      String name = text(body.path("networkName"));
      if (!name.isEmpty()) {
        network.put("name", name);
      }
    }
    return mode;
  }

  private static String mode(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "HOST" -> HOST;
      case "BRIDGE", "CONTAINER/BRIDGE" -> BRIDGE;
      case "USER", "CONTAINER" -> CONTAINER;
      default -> type;
    };
  }

  private ArrayNode ports(String mode) {
    if (mode.equals(HOST)) {
      return app.putArray("portDefinitions");
    }
    // Without an image the app still needs a container to hang its mappings on.
    ObjectNode container = app.withObjectProperty("container");
    if (!container.has("type")) {
      container.put("type", "MESOS");
    }
    return container.putArray("portMappings");
  }

  private ObjectNode endpoint(JsonNode endpoint, int index, String mode) {
    ObjectNode port = Nodes.object();
    JsonNode number = given(endpoint.path("port")) ? number(endpoint.path("port")) : zero();
    port.set(mode.equals(HOST) ? "port" : "containerPort", number);
    if (mode.equals(BRIDGE) || endpoint.path("exposeToHost").asBoolean(false)) {
      JsonNode host = endpoint.path("hostPort");
      port.set("hostPort", given(host) ? number(host) : zero());
    }
    if (!mode.equals(HOST) && given(endpoint.path("servicePort"))) {
      port.set("servicePort", number(endpoint.path("servicePort")));
    }
    if (mode.equals(HOST)) {
      port.remove("hostPort");
    }
    Nodes.copy(endpoint, "name", port, "name");
    Nodes.copy(endpoint, "protocol", port, "protocol");
    labels(endpoint, index, number, port);
    return port;
  }

  private static JsonNode zero() {
    return Nodes.object().numberNode(0);
  }

  /** All versions of a service share one virtual address, so traffic follows their sizes. */
  private void labels(JsonNode endpoint, int index, JsonNode number, ObjectNode port) {
    ObjectNode labels = Nodes.object();
    if (endpoint.path("labels").isObject()) {
      labels.setAll((ObjectNode) endpoint.path("labels").deepCopy());
    }
    if (endpoint.path("loadBalanced").asBoolean(false)) {
      String key = "VIP_" + index;
      // An address with a version in it was made by an older deploy and came here by cloning.
      Pattern old = Pattern.compile(Pattern.quote(service) + "-v\\d{3,}:\\d+");
      String there = text(labels.path(key));
      if (there.isEmpty() || old.matcher(there).matches()) {
        labels.put(key, service + ":" + number.asString(""));
      }
    }
    if (!labels.isEmpty()) {
      port.set("labels", labels);
    }
  }
}

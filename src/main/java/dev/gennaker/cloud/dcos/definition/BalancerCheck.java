package dev.gennaker.cloud.dcos.definition;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with the fields of a marathon-lb. */
public final class BalancerCheck {

  private static final int FIRST = 10_000;
  private static final int LAST = 65_535;
  private static final int MOST = 1_000;

  private BalancerCheck() {}

  /** Places with expressions are judged when they have values. */
  public static List<Fault> check(Map<String, Object> definition) {
    JsonNode body = JsonMapper.shared().valueToTree(definition);
    List<Fault> faults = new ArrayList<>();
    for (String field : List.of("cpus", "mem", "instances")) {
      JsonNode value = body.path(field);
      if (!open(value) && (!value.isNumber() || value.asDouble() < 0)) {
        faults.add(new Fault("$." + field, "It is no amount.", "Give a number, zero or more."));
      }
    }
    JsonNode range = body.path("portRange");
    if (!range.isMissingNode() && !open(range.path("minPort")) && !open(range.path("maxPort"))) {
      range(range, faults);
    }
    String protocol = range.path("protocol").asString("tcp");
    if (!protocol.contains("${") && !List.of("tcp", "udp", "udp,tcp").contains(protocol)) {
      faults.add(
          new Fault(
              "$.portRange.protocol", protocol + " is no protocol.", "Take tcp, udp or udp,tcp."));
    }
    return faults;
  }

  private static void range(JsonNode range, List<Fault> faults) {
    int from = range.path("minPort").asInt(0);
    int to = range.path("maxPort").asInt(0);
    if (from < FIRST || to > LAST) {
      faults.add(
          new Fault(
              "$.portRange.minPort",
              "Ports go from %d to %d.".formatted(FIRST, LAST),
              "Choose a range within."));
    } else if (to < from) {
      faults.add(
          new Fault("$.portRange.maxPort", "It ends before it begins.", "Turn the two around."));
    } else if (to - from > MOST) {
      faults.add(
          new Fault(
              "$.portRange.maxPort",
              "More than %d ports would have to be free on every agent.".formatted(MOST),
              "Take a smaller range."));
    }
  }

  private static boolean open(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.asString("").contains("${");
  }
}

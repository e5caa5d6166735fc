package dev.gennaker.simulator.marathon;

import tools.jackson.databind.node.ObjectNode;

/** One health check of a definition, times in seconds. */
record HealthCheck(
    ObjectNode json, boolean mesos, double grace, double interval, int maxConsecutiveFailures) {

  static HealthCheck of(ObjectNode json) {
    return new HealthCheck(
        json,
        Json.text(json, "protocol", "HTTP").startsWith("MESOS"),
        Json.number(json, "gracePeriodSeconds", 300),
        Math.max(0.1, Json.number(json, "intervalSeconds", 60)),
        (int) Json.number(json, "maxConsecutiveFailures", 3));
  }

  /** Why a failing check of this kind says it failed. */
  String failure() {
    String protocol = Json.text(json, "protocol", "HTTP");
    if (protocol.contains("HTTP")) {
      return "503 Service Unavailable";
    }
    return protocol.equals("COMMAND")
        ? "Command exited with status 1"
        : "ConnectException: Connection refused";
  }
}

package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Marathon's rules for health and readiness checks. */
final class CheckRules {

  private static final int YEAR = 366 * 24 * 3600;

  private final JsonNode app;
  private final Findings findings;

  CheckRules(JsonNode app, Findings findings) {
    this.app = app;
    this.findings = findings;
  }

  void check() {
    if (findings.list(app.path("healthChecks"), "$.healthChecks", "The health checks")) {
      int index = 0;
      int byMesos = 0;
      for (JsonNode check : app.path("healthChecks")) {
        String path = "$.healthChecks[" + index++ + "]";
        if (findings.object(check, path, "A health check")) {
          health(check, path);
          String protocol = check.path("protocol").asString("");
          byMesos += protocol.startsWith("MESOS_") || protocol.equals("COMMAND") ? 1 : 0;
        }
      }
      if (byMesos > 1) {
        findings.fault(
            "$.healthChecks",
            "Mesos carries out at most one health check of an app.",
            "Keep one of those with MESOS_… or COMMAND.");
      }
    }
    readiness();
  }

  private void health(JsonNode check, String path) {
    findings.oneOf(
        check.path("protocol"),
        path + ".protocol",
        "The protocol",
        "HTTP",
        "HTTPS",
        "TCP",
        "COMMAND",
        "MESOS_HTTP",
        "MESOS_HTTPS",
        "MESOS_TCP");
    boolean command = check.path("protocol").asString("").equals("COMMAND");
    if (command && !given(check.path("command"))) {
      findings.fault(
          path + ".command", "A check by command needs the command.", "Add command.value.");
    }
    for (String key :
        new String[] {"gracePeriodSeconds", "intervalSeconds", "timeoutSeconds", "delaySeconds"}) {
      findings.whole(check.path(key), path + "." + key, key, 0, YEAR);
    }
    findings.whole(
        check.path("maxConsecutiveFailures"), path + ".maxConsecutiveFailures", "It", 0, 1_000_000);
    findings.whole(check.path("port"), path + ".port", "The port", 0, 65_535);
    JsonNode index = check.path("portIndex");
    int ports = ports();
    if (index.isNumber() && (index.asInt(0) < 0 || index.asInt(0) >= ports)) {
      findings.fault(
          path + ".portIndex",
          "There is no port number %d; the app has %d.".formatted(index.asInt(0), ports),
          "Count from 0, or add the port.");
    }
  }

  /** How many ports the app has; Marathon gives it one when nothing is said. */
  private int ports() {
    JsonNode mapped = app.path("container").path("portMappings");
    JsonNode docker = app.path("container").path("docker").path("portMappings");
    for (JsonNode list : new JsonNode[] {mapped, docker, app.path("portDefinitions")}) {
      if (list.isArray() && !list.isEmpty()) {
        return list.size();
      }
    }
    if (app.path("ports").isArray()) {
      return app.path("ports").size();
    }
    return app.path("portDefinitions").isArray() ? 0 : 1;
  }

  private void readiness() {
    JsonNode checks = app.path("readinessChecks");
    if (!findings.list(checks, "$.readinessChecks", "The readiness checks")) {
      return;
    }
    if (checks.size() > 1) {
      findings.fault(
          "$.readinessChecks", "Marathon takes at most one readiness check.", "Keep one.");
    }
    Set<String> names = names();
    int index = 0;
    for (JsonNode check : checks) {
      String path = "$.readinessChecks[" + index++ + "]";
      findings.oneOf(check.path("protocol"), path + ".protocol", "The protocol", "HTTP", "HTTPS");
      String port = check.path("portName").asString("http-api");
      if (!port.contains("${") && !names.contains(port)) {
        findings.fault(
            path + ".portName",
            "No port has the name '" + port + "'.",
            "Name one of the ports so.");
      }
    }
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    app.path("portDefinitions").forEach(port -> names.add(port.path("name").asString("")));
    app.path("container")
        .path("portMappings")
        .forEach(port -> names.add(port.path("name").asString("")));
    app.path("container")
        .path("docker")
        .path("portMappings")
        .forEach(port -> names.add(port.path("name").asString("")));
    return names;
  }
}

package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Health and readiness checks. */
final class Checks {

  private Checks() {}

  static void write(JsonNode body, ObjectNode app) {
    if (given(body.path("healthChecks"))) {
      ArrayNode checks = app.putArray("healthChecks");
      body.path("healthChecks").forEach(check -> checks.add(health(check)));
    }
    if (given(body.path("readinessChecks"))) {
      ArrayNode checks = app.putArray("readinessChecks");
      body.path("readinessChecks").forEach(check -> checks.add(filled(check)));
    }
  }

  private static JsonNode health(JsonNode check) {
    if (!(filled(check) instanceof ObjectNode health)) {
      return check;
    }
    JsonNode command = health.path("command");
    if (command.isString()) {
      health.putObject("command").put("value", command.asString(""));
    } else if (command.isObject() && !given(command.path("value"))) {
      health.remove("command");
    }
    // What the wizard writes beside the port is not Marathon's.
    health.remove("portType");
    return health;
  }

  /** Without the fields left blank; numbers written as text become numbers. */
  private static JsonNode filled(JsonNode check) {
    if (!check.isObject()) {
      return check;
    }
    ObjectNode filled = Nodes.object();
    check.forEachEntry(
        (key, value) -> {
          if (given(value)) {
            boolean count =
                key.endsWith("Seconds")
                    || key.startsWith("port")
                    || key.equals("maxConsecutiveFailures");
            filled.set(
                key, count && !key.equals("portName") ? Nodes.number(value) : value.deepCopy());
          }
        });
    return filled;
  }
}

package dev.gennaker.simulator.marathon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Marathon refuses although it could read it. */
final class AppValidation {

  /** The role DC/OS gives its Marathon, which lets apps onto public agents and own volumes. */
  private static final String DCOS_ROLE = "slave_public";

  private final Set<String> features;
  private final Generation generation;

  AppValidation(Set<String> features, Generation generation) {
    this.features = features;
    this.generation = generation;
  }

  static void id(String id, Generation generation, Problems problems) {
    if (id.equals("/")) {
      problems.add("/id", "Path must contain at least one path element");
      problems.add("/", "must not be root");
    }
    List<String> reserved = List.of("restart", "tasks", "versions");
    if (reserved.contains(Ids.last(id))) {
      problems.add(
          "/id",
          "must not end with any of the following reserved keywords: "
              + (generation.old()
                  ? "restart, tasks, versions"
                  : "restart, tasks, versions, ., .."));
    }
  }

  /** Looks at a complete definition. */
  void check(ObjectNode app, Problems problems) {
    command(app, problems);
    container(app, problems);
    networks(app, problems);
    ports(app, problems);
    for (JsonNode constraint : Json.items(app, "constraints")) {
      String wrong = ConstraintRules.wrong(constraint);
      if (wrong != null) {
        problems.add("/constraints", wrong);
      }
    }
    checks(app, problems);
    secrets(app, problems);
    rest(app, problems);
    Knob.check(app.get("labels"), problems);
  }

  private static void command(ObjectNode app, Problems problems) {
    String cmd = Json.text(app, "cmd");
    boolean args = app.has("args");
    boolean neither = cmd == null && !args && !app.has("container");
    if (neither || (cmd != null && args)) {
      problems.add(
          "/", "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'.");
    }
    if (cmd != null && cmd.length() < 2) {
      problems.add("/", "must not be an empty string");
    }
  }

  private static void container(ObjectNode app, Problems problems) {
    JsonNode container = app.get("container");
    if (container != null
        && Json.text(container, "type", "DOCKER").equals("DOCKER")
        && !container.has("docker")) {
      problems.add("/container/docker", "not defined");
    }
  }

  private static void networks(ObjectNode app, Problems problems) {
    int host = 0;
    int bridge = 0;
    int container = 0;
    for (JsonNode network : Json.items(app, "networks")) {
      switch (Json.text(network, "mode", "container")) {
        case "host" -> host++;
        case "container/bridge" -> bridge++;
        default -> {
          container++;
          if (!network.has("name")) {
            problems.add(
                "/networks", "Network name must be specified when container network is selected.");
          }
        }
      }
    }
    if (host > 1 || bridge > 1 || (host > 0 ? 1 : 0) + bridge + Math.min(1, container) > 1) {
      problems.add(
          "/networks",
          "May specify a single host network, single bridge network, or else 1-to-n container"
              + " networks");
    }
  }

  private static void ports(ObjectNode app, Problems problems) {
    Set<String> names = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode port : Json.items(app, "portDefinitions")) {
      String name = Json.text(port, "name");
      if (name != null && !names.add(name)) {
        problems.add("/portDefinitions", "Port names must be unique.");
      }
      int number = port.get("port").asInt();
      if (number != 0 && !numbers.add(number)) {
        problems.add("/portDefinitions", "Ports must be unique.");
      }
    }
  }

  private static void checks(ObjectNode app, Problems problems) {
    int ports = ServicePorts.of(app).length;
    int mesos = 0;
    int index = 0;
    for (JsonNode check : Json.items(app, "healthChecks")) {
      if (Json.number(check, "portIndex", 0) >= ports && check.has("portIndex")) {
        problems.add(
            "/healthChecks(" + index + ")",
            "Health check port indices must address an element of the ports array or container"
                + " port mappings.");
      }
      mesos += Json.text(check, "protocol", "").startsWith("MESOS") ? 1 : 0;
      index++;
    }
    if (mesos > 1) {
      problems.add("/", "AppDefinition can contain at most one Mesos health check");
    }
    index = 0;
    for (JsonNode check : Json.items(app, "readinessChecks")) {
      String name = Json.text(check, "portName", "http-api");
      if (!portNames(app).contains(name)) {
        problems.add(
            "/readinessChecks(" + index + ")/portName",
            "No port definition reference for portName " + name);
      }
      index++;
    }
  }

  private static Set<String> portNames(ObjectNode app) {
    Set<String> names = new HashSet<>();
    Json.items(app, "portDefinitions").forEach(p -> names.add(Json.text(p, "name", "")));
    JsonNode container = app.get("container");
    if (container != null) {
      Json.items(container, "portMappings").forEach(p -> names.add(Json.text(p, "name", "")));
    }
    return names;
  }

  private void secrets(ObjectNode app, Problems problems) {
    boolean enabled = features.contains("secrets");
    JsonNode known = app.get("secrets");
    boolean referenced = false;
    if (app.get("env") instanceof ObjectNode env) {
      for (var entry : env.properties()) {
        String secret = entry.getValue().isObject() ? Json.text(entry.getValue(), "secret") : null;
        if (secret != null) {
          referenced = true;
          if (known == null || !known.has(secret)) {
            problems.add("/env/" + entry.getKey() + "/secret", "references an undefined secret");
          }
        }
      }
    }
    if (referenced && !enabled) {
      problems.add(
          "/env",
          "use of secret-references in the environment requires the secrets feature to be enabled");
    }
    if (known != null && !known.isEmpty() && !enabled) {
      problems.add(
          "/secrets", "Feature secrets is not enabled. Enable with --enable_features secrets)");
    }
  }

  private void rest(ObjectNode app, Problems problems) {
    if (Json.number(app, "gpus", 0) > 0 && !features.contains("gpu_resources")) {
      problems.add(
          "/",
          "Feature gpu_resources is not enabled. Enable with --enable_features gpu_resources)");
    }
    JsonNode strategy = app.get("unreachableStrategy");
    if (strategy != null && strategy.isObject()) {
      int inactive = strategy.get("inactiveAfterSeconds").asInt();
      int expunge = strategy.get("expungeAfterSeconds").asInt();
      if (inactive > expunge) {
        if (generation.old()) {
          problems.add(
              "/unreachableStrategy/inactiveAfter",
              "got " + inactive + " seconds, expected " + expunge + " seconds or less");
        } else {
          problems.add(
              "/unreachableStrategy/inactiveAfterSeconds",
              "inactiveAfterSeconds ("
                  + inactive
                  + ") must be less or equal to expungeAfterSeconds, which is "
                  + expunge);
        }
      }
    }
    if (app.get("acceptedResourceRoles") instanceof JsonNode roles) {
      boolean foreign = false;
      for (JsonNode role : roles) {
        foreign |= !role.asString().equals("*");
      }
      if (roles.isEmpty()) {
        problems.add("/acceptedResourceRoles", "must not be empty");
      } else if (foreign && !features.contains(DCOS_ROLE)) {
        problems.add("/acceptedResourceRoles", "acceptedResourceRoles can only contain *");
      }
    }
    String role = Json.text(app, "role", "*");
    boolean ours = features.contains(DCOS_ROLE) && Set.of(DCOS_ROLE, topGroup(app)).contains(role);
    if (!role.equals("*") && !ours) {
      problems.add("/role", "got " + role + ", expected one of: [*]");
    }
    if (!generation.old() && resident(app) && !features.contains(DCOS_ROLE)) {
      problems.add("/role", "Resident apps cannot have the role *");
    }
    singleInstance(app, problems);
  }

  private static boolean resident(ObjectNode app) {
    JsonNode container = app.get("container");
    return AppSpec.resident(app)
        && (container.has("docker") || !Json.text(container, "type", "").equals("DOCKER"));
  }

  private static String topGroup(ObjectNode app) {
    String id = app.get("id").asString();
    return id.substring(1).replaceFirst("/.*", "");
  }

  private static void singleInstance(ObjectNode app, Problems problems) {
    if (!"true".equals(Json.text(app.get("labels"), "MARATHON_SINGLE_INSTANCE_APP"))) {
      return;
    }
    if (app.get("instances").asInt() > 1) {
      problems.add("/", "Single instance app may only have one instance");
    } else {
      JsonNode strategy = app.get("upgradeStrategy");
      if (Json.number(strategy, "minimumHealthCapacity", 1) > 0
          || Json.number(strategy, "maximumOverCapacity", 1) > 0) {
        problems.add("/upgradeStrategy/minimumHealthCapacity", "got 1.0, expected 0.0");
        problems.add("/upgradeStrategy/maximumOverCapacity", "got 1.0, expected 0.0");
      }
    }
  }
}

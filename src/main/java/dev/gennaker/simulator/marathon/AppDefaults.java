package dev.gennaker.simulator.marathon;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what an author wrote into what Marathon stores: old forms translated, defaults filled in.
 */
final class AppDefaults {

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(tgz|tar\\.gz|tbz2|tar\\.bz2|txz|tar\\.xz|zip|tar)$");
  private static final String DEFAULT_PORT =
      "{\"port\":0,\"name\":\"default\",\"protocol\":\"tcp\"}";
  private static final String BRIDGE_MAPPING =
      "{\"containerPort\":0,\"hostPort\":0,\"labels\":{},\"name\":\"default\","
          + "\"protocol\":\"tcp\",\"servicePort\":0}";
  private static final String CONTAINER_MAPPING =
      "{\"containerPort\":0,\"labels\":{},\"name\":\"default\",\"protocol\":\"tcp\","
          + "\"servicePort\":0}";

  private final Map<String, String> plain;
  private final Generation generation;

  AppDefaults(Generation generation) {
    this.generation = generation;
    this.plain =
        Map.ofEntries(
            Map.entry("backoffFactor", "1.15"),
            Map.entry("backoffSeconds", "1"),
            Map.entry("cpus", "1.0"),
            Map.entry("disk", "0.0"),
            Map.entry("executor", "\"\""),
            Map.entry("gpus", "0"),
            Map.entry("instances", "1"),
            Map.entry("labels", "{}"),
            Map.entry("maxLaunchDelaySeconds", String.valueOf(generation.maxLaunchDelaySeconds)),
            Map.entry("mem", "128.0"),
            Map.entry("networks", "[{\"mode\":\"host\"}]"),
            Map.entry("requirePorts", "false"),
            Map.entry("killSelection", "\"YOUNGEST_FIRST\""));
  }

  /** Rewrites the fields older Marathons had; {@code in} is not kept. */
  ObjectNode translate(ObjectNode in, Problems problems) {
    ObjectNode out = in.deepCopy();
    legacyNetwork(out, problems);
    if (out.remove("uris") instanceof ArrayNode uris && !out.has("fetch")) {
      ArrayNode fetch = out.putArray("fetch");
      for (JsonNode uri : uris) {
        fetch
            .addObject()
            .put("uri", uri.asString())
            .put("extract", ARCHIVE.matcher(uri.asString()).matches())
            .put("executable", false)
            .put("cache", false);
      }
    }
    if (out.remove("ports") instanceof ArrayNode ports) {
      if (out.has("portDefinitions")) {
        problems.add("/", "cannot specify both ports and port definitions");
      } else if (!out.has("networks")) {
        ArrayNode definitions = out.putArray("portDefinitions");
        ports.forEach(port -> definitions.addObject().put("protocol", "tcp").set("port", port));
      }
    }
    return out;
  }

  private static void legacyNetwork(ObjectNode out, Problems problems) {
    JsonNode address = out.remove("ipAddress");
    ObjectNode docker =
        out.get("container") instanceof ObjectNode container
                && container.get("docker") instanceof ObjectNode found
            ? found
            : Json.object();
    JsonNode network = docker.remove("network");
    JsonNode mappings = docker.remove("portMappings");
    if (mappings != null && out.get("container") instanceof ObjectNode container) {
      if (!container.has("portMappings") && network != null && !network.asString().equals("HOST")) {
        container.set("portMappings", mappings);
      }
    }
    if (network == null && address == null) {
      return;
    }
    if (out.has("networks")) {
      problems.add("/container/docker/network", "must be empty");
      return;
    }
    ObjectNode entry = out.putArray("networks").addObject();
    String kind = network == null ? "USER" : network.asString();
    switch (kind) {
      case "BRIDGE" -> entry.put("mode", "container/bridge");
      case "USER" -> {
        String name = address == null ? null : Json.text(address, "networkName");
        if (name != null) {
          entry.put("name", name);
        }
        entry.put("mode", "container");
        if (address != null && address.get("labels") instanceof ObjectNode labels) {
          if (!labels.isEmpty()) {
            entry.set("labels", labels);
          }
        }
      }
      default -> entry.put("mode", "host");
    }
  }

  /** Fills in everything an author may leave out, in the order Marathon prints it. */
  ObjectNode complete(ObjectNode in) {
    ObjectNode out = Json.object();
    ObjectNode source = in.deepCopy();
    container(source);
    boolean resident = AppSpec.resident(source);
    for (Shape.Field field : AppSchema.UPDATE.fields()) {
      String name = field.name();
      JsonNode value = source.get(name);
      String fallback = plain.get(name);
      if (value != null) {
        out.set(name, value);
      } else if (fallback != null) {
        out.set(name, Json.parse(fallback));
      } else if (name.equals("upgradeStrategy")) {
        out.set(name, Json.parse(upgradeStrategy(resident)));
      } else if (name.equals("unreachableStrategy")) {
        out.set(name, Json.parse(unreachable(resident)));
      } else if (name.equals("role") && !generation.old()) {
        out.put(name, "*");
      }
    }
    if (generation.old() && resident) {
      out.set(
          "residency",
          Json.object()
              .put("relaunchEscalationTimeoutSeconds", 3600)
              .put("taskLostBehavior", "WAIT_FOREVER"));
    }
    if (generation.old()) {
      out.remove("role");
    }
    out.remove("version");
    checks(out);
    return out;
  }

  private static String upgradeStrategy(boolean resident) {
    return resident
        ? "{\"maximumOverCapacity\":0.0,\"minimumHealthCapacity\":0.5}"
        : "{\"maximumOverCapacity\":1.0,\"minimumHealthCapacity\":1.0}";
  }

  private static String unreachable(boolean resident) {
    return resident ? "\"disabled\"" : "{\"inactiveAfterSeconds\":0,\"expungeAfterSeconds\":0}";
  }

  private static void container(ObjectNode app) {
    String mode = AppSpec.networkMode(app);
    if (app.get("container") instanceof ObjectNode container && !container.has("type")) {
      container.put("type", "DOCKER");
    }
    if (mode.equals("host")) {
      if (app.get("container") instanceof ObjectNode container) {
        container.remove("portMappings");
      }
      if (!app.has("portDefinitions")) {
        app.putArray("portDefinitions").add(Json.parse(DEFAULT_PORT));
      }
      return;
    }
    app.remove("portDefinitions");
    if (!(app.get("container") instanceof ObjectNode)) {
      app.putObject("container").put("type", "MESOS").putArray("volumes");
    }
    ObjectNode container = (ObjectNode) app.get("container");
    boolean bridge = mode.equals("container/bridge");
    if (!container.has("portMappings")) {
      container
          .putArray("portMappings")
          .add(Json.parse(bridge ? BRIDGE_MAPPING : CONTAINER_MAPPING));
    } else if (bridge) {
      for (JsonNode mapping : container.get("portMappings")) {
        if (!mapping.has("hostPort")) {
          ((ObjectNode) mapping).put("hostPort", 0);
        }
      }
    }
  }

  private static void checks(ObjectNode app) {
    for (JsonNode item : Json.items(app, "healthChecks")) {
      ObjectNode check = (ObjectNode) item;
      String protocol = Json.text(check, "protocol", "HTTP");
      if (!protocol.startsWith("MESOS") && !protocol.equals("COMMAND")) {
        check.put("delaySeconds", 15);
      }
      if (!protocol.equals("HTTP") && !protocol.equals("HTTPS")) {
        check.remove("ignoreHttp1xx");
      }
      if (!protocol.contains("HTTP")) {
        check.remove("path");
      }
      if (!protocol.equals("COMMAND")) {
        check.remove("command");
      }
    }
  }
}

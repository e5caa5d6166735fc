package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One version of an application's definition. The tree is never changed once it is in here. */
final class AppSpec {

  final String id;
  final ObjectNode body;
  final Instant version;
  final Instant lastScalingAt;
  final Instant lastConfigChangeAt;
  final int instances;
  final List<HealthCheck> healthChecks;
  final List<String> dependencies;
  final int[] servicePorts;

  AppSpec(ObjectNode body, Instant version, Instant lastScalingAt, Instant lastConfigChangeAt) {
    this.id = body.get("id").asString();
    this.body = body;
    this.version = version;
    this.lastScalingAt = lastScalingAt;
    this.lastConfigChangeAt = lastConfigChangeAt;
    this.instances = body.get("instances").asInt();
    List<HealthCheck> checks = new ArrayList<>();
    Json.items(body, "healthChecks").forEach(c -> checks.add(HealthCheck.of((ObjectNode) c)));
    this.healthChecks = List.copyOf(checks);
    List<String> needed = new ArrayList<>();
    Json.items(body, "dependencies").forEach(d -> needed.add(d.asString()));
    this.dependencies = List.copyOf(needed);
    this.servicePorts = ServicePorts.of(body);
  }

  /** A version that is the next of {@code before}, or the first when there is none. */
  static AppSpec next(@Nullable AppSpec before, ObjectNode body, Instant version) {
    if (before == null) {
      return new AppSpec(body, version, version, version);
    }
    if (before.sameButInstances(body)) {
      return new AppSpec(body, version, version, before.lastConfigChangeAt);
    }
    return new AppSpec(body, version, version, version);
  }

  AppSpec restarted(Instant at) {
    return new AppSpec(body, at, lastScalingAt, at);
  }

  AppSpec scaled(int to, Instant at) {
    ObjectNode copy = body.deepCopy();
    copy.put("instances", to);
    return new AppSpec(copy, at, at, lastConfigChangeAt);
  }

  boolean sameButInstances(ObjectNode other) {
    ObjectNode mine = body.deepCopy();
    ObjectNode theirs = other.deepCopy();
    mine.remove("instances");
    theirs.remove("instances");
    return mine.equals(theirs);
  }

  boolean onlyScaledTo(AppSpec other) {
    return lastConfigChangeAt.equals(other.lastConfigChangeAt) && sameButInstances(other.body);
  }

  /** The definition as it is stored, with its version. */
  ObjectNode json(boolean versionInfo) {
    ObjectNode out = Json.object();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (field.getKey().equals("killSelection")) {
        out.put("version", Json.stamp(version));
        if (versionInfo) {
          out.putObject("versionInfo")
              .put("lastScalingAt", Json.stamp(lastScalingAt))
              .put("lastConfigChangeAt", Json.stamp(lastConfigChangeAt));
        }
      }
      out.set(field.getKey(), field.getValue());
    }
    return out;
  }

  String role() {
    return Json.text(body, "role", "*");
  }

  boolean pod() {
    return body.has("containers");
  }

  double minimumHealthCapacity() {
    return Json.number(body.get("upgradeStrategy"), "minimumHealthCapacity", 1);
  }

  double maximumOverCapacity() {
    return Json.number(body.get("upgradeStrategy"), "maximumOverCapacity", 1);
  }

  boolean youngestFirst() {
    return Json.text(body, "killSelection", "").equals("YOUNGEST_FIRST");
  }

  @Nullable ObjectNode readinessCheck() {
    for (JsonNode check : Json.items(body, "readinessChecks")) {
      return (ObjectNode) check;
    }
    return null;
  }

  @Nullable String label(String name) {
    return body.get("labels") == null ? null : Json.text(body.get("labels"), name);
  }

  int hostPortCount() {
    return servicePorts.length;
  }

  static String networkMode(JsonNode body) {
    for (JsonNode network : Json.items(body, "networks")) {
      return Json.text(network, "mode", "host");
    }
    return "host";
  }

  static boolean resident(JsonNode body) {
    JsonNode container = body.get("container");
    if (container != null) {
      for (JsonNode volume : Json.items(container, "volumes")) {
        if (volume.has("persistent")) {
          return true;
        }
      }
    }
    return false;
  }
}

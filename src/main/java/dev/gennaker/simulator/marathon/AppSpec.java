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
    this.instances =
        body.has("scaling")
            ? body.get("scaling").get("instances").asInt()
            : body.get("instances").asInt();
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
    (pod() ? (ObjectNode) copy.get("scaling") : copy).put("instances", to);
    return new AppSpec(copy, at, at, lastConfigChangeAt);
  }

  boolean sameButInstances(ObjectNode other) {
    ObjectNode mine = body.deepCopy();
    ObjectNode theirs = other.deepCopy();
    for (ObjectNode one : List.of(mine, theirs)) {
      one.remove("instances");
      one.remove("scaling");
    }
    return mine.equals(theirs);
  }

  boolean onlyScaledTo(AppSpec other) {
    return lastConfigChangeAt.equals(other.lastConfigChangeAt) && sameButInstances(other.body);
  }

  /** The definition as it is stored, with its version. */
  ObjectNode json(boolean versionInfo) {
    ObjectNode out = Json.object();
    if (pod()) {
      return body.deepCopy().put("version", Json.stamp(version));
    }
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
    return Json.number(scheduling("upgradeStrategy", "upgrade"), "minimumHealthCapacity", 1);
  }

  double maximumOverCapacity() {
    return Json.number(scheduling("upgradeStrategy", "upgrade"), "maximumOverCapacity", 1);
  }

  boolean youngestFirst() {
    return scheduling("killSelection", "killSelection").asString("").equals("YOUNGEST_FIRST");
  }

  JsonNode unreachableStrategy() {
    return scheduling("unreachableStrategy", "unreachableStrategy");
  }

  double backoffSeconds() {
    return pod()
        ? Json.number(scheduling("", "backoff"), "backoff", 1)
        : Json.number(body, "backoffSeconds", 1);
  }

  double backoffFactor() {
    return Json.number(pod() ? scheduling("", "backoff") : body, "backoffFactor", 1.15);
  }

  double maxLaunchDelaySeconds() {
    return pod()
        ? Json.number(scheduling("", "backoff"), "maxLaunchDelay", 300)
        : Json.number(body, "maxLaunchDelaySeconds", 300);
  }

  /** Pods keep these a level deeper and under shorter names. */
  private JsonNode scheduling(String inApp, String inPod) {
    return pod() ? body.get("scheduling").get(inPod) : body.get(inApp);
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
    int count = servicePorts.length;
    for (JsonNode container : Json.items(body, "containers")) {
      for (JsonNode endpoint : Json.items(container, "endpoints")) {
        count += endpoint.has("hostPort") ? 1 : 0;
      }
    }
    return count;
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

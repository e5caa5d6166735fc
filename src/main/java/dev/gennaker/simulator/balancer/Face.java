package dev.gennaker.simulator.balancer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What marathon-lb takes for one app: an app, or two of a deployment group merged. Definition and
 * labels are those of the older one, tasks of both.
 */
record Face(JsonNode app, List<Task> tasks) {

  private static final Set<String> UNLISTED =
      Set.of(
          "TASK_STAGING",
          "TASK_STARTING",
          "TASK_KILLING",
          "TASK_FINISHED",
          "TASK_FAILED",
          "TASK_KILLED",
          "TASK_ERROR",
          "TASK_DROPPED",
          "TASK_GONE");

  /** A task of the app it came from. */
  record Task(JsonNode app, JsonNode task, boolean draining) {

    String id() {
      return task.path("id").asString("");
    }

    Task drained() {
      return new Task(app, task, true);
    }

    boolean checked() {
      return !app.path("healthChecks").isEmpty();
    }

    boolean alive() {
      return task.path("healthCheckResults")
          .valueStream()
          .anyMatch(result -> result.path("alive").asBoolean(false));
    }

    boolean listed(boolean healthyOnly) {
      return !UNLISTED.contains(task.path("state").asString(""))
          && !(healthyOnly && checked() && !alive());
    }
  }

  static Face of(JsonNode app) {
    return new Face(
        app, app.path("tasks").valueStream().map(task -> new Task(app, task, false)).toList());
  }

  String label(String key) {
    return app.path("labels").path(key).asString("");
  }

  private int instances() {
    return app.path("instances").asInt(0);
  }

  private Instant scaledAt() {
    String at = app.path("versionInfo").path("lastScalingAt").asString("");
    return at.isEmpty() ? Instant.EPOCH : Instant.parse(at);
  }

  private boolean startedBefore(Face other) {
    String at = label("HAPROXY_DEPLOYMENT_STARTED_AT");
    String others = other.label("HAPROXY_DEPLOYMENT_STARTED_AT");
    return at.isEmpty() || (!others.isEmpty() && !instant(at).isAfter(instant(others)));
  }

  /** The original tool writes times without a zone. */
  private static Instant instant(String written) {
    return Instant.parse(written.endsWith("Z") ? written : written + "Z");
  }

  /** As marathon-lb merges a second app of a deployment group. */
  Face with(Face other) {
    Face old = startedBefore(other) ? this : other;
    Face fresh = old == this ? other : this;
    boolean split = !fresh.label("HAPROXY_DEPLOYMENT_NEW_INSTANCES").isEmpty();
    if (split && old.scaledAt().isAfter(fresh.scaledAt())) {
      Face swapped = old;
      old = fresh;
      fresh = swapped;
      split = !fresh.label("HAPROXY_DEPLOYMENT_NEW_INSTANCES").isEmpty();
    }
    String wanted = fresh.label("HAPROXY_DEPLOYMENT_TARGET_INSTANCES");
    int target = split && wanted.matches("\\d+") ? Integer.parseInt(wanted) : 1;
    int healthy =
        fresh.app().path("healthChecks").isEmpty()
            ? fresh.instances()
            : (int) fresh.tasks().stream().filter(Task::alive).count();
    int drainable = Math.max(0, healthy + old.instances() - target);
    int drained = Math.min(old.tasks().size(), Math.min(healthy, drainable));
    List<Task> sorted =
        new ArrayList<>(old.tasks().stream().sorted(Comparator.comparing(Task::id)).toList());
    for (int i = 0; i < drained; i++) {
      sorted.set(i, sorted.get(i).drained());
    }
    return new Face(old.app(), Stream.concat(sorted.stream(), fresh.tasks().stream()).toList());
  }
}

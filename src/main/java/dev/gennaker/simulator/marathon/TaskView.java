package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks as Marathon shows them, counted and summed up. */
final class TaskView {

  private final Model model;

  TaskView(Model model) {
    this.model = model;
  }

  /** Those Marathon shows: placed at least once. */
  List<AppInstance> visible(String appId) {
    return model.instances.of(appId).stream().filter(i -> i.state != null).toList();
  }

  ArrayNode all(String appId, boolean servicePorts) {
    ArrayNode out = Json.array();
    visible(appId).forEach(i -> out.add(task(i, servicePorts)));
    return out;
  }

  ObjectNode task(AppInstance instance, boolean servicePorts) {
    Agent agent = instance.agent;
    ObjectNode out = Json.object("appId", instance.appId());
    out.set("healthCheckResults", model.health.json(instance));
    out.put("host", agent == null ? "" : agent.host());
    out.put("id", instance.taskId(model.generation));
    out.set("ipAddresses", addresses(instance));
    ArrayNode ports = out.putArray("ports");
    for (int port : instance.ports) {
      ports.add(port);
    }
    ArrayNode services = out.putArray("servicePorts");
    if (servicePorts) {
      for (int port : instance.spec.servicePorts) {
        services.add(port);
      }
    }
    out.put("slaveId", agent == null ? "" : agent.id());
    out.put("state", instance.state);
    stamp(out, "stagedAt", instance.stagedAt);
    stamp(out, "startedAt", instance.startedAt);
    if (instance.stagedAt != null) {
      out.put("version", Json.stamp(instance.spec.version));
    }
    out.putArray("localVolumes");
    if (!model.generation.old()) {
      out.put("role", instance.spec.role());
    }
    return out;
  }

  private static void stamp(ObjectNode out, String name, @Nullable Instant at) {
    if (at != null) {
      out.put(name, Json.stamp(at));
    }
  }

  /** Where a task can be reached; nowhere until it runs. */
  static ArrayNode addresses(AppInstance instance) {
    ArrayNode out = Json.array();
    Agent agent = instance.agent;
    if (agent != null && instance.addressed) {
      out.addObject().put("ipAddress", agent.host()).put("protocol", "IPv4");
    }
    return out;
  }

  private record Counts(int staged, int running, int healthy, int unhealthy) {
    ObjectNode json() {
      return Json.object()
          .put("staged", staged)
          .put("running", running)
          .put("healthy", healthy)
          .put("unhealthy", unhealthy);
    }
  }

  private static Counts count(List<AppInstance> tasks) {
    int staged = 0;
    int running = 0;
    int healthy = 0;
    int unhealthy = 0;
    for (AppInstance task : tasks) {
      staged += "TASK_STAGING".equals(task.state) ? 1 : 0;
      running += "TASK_RUNNING".equals(task.state) ? 1 : 0;
      if (!task.health.isEmpty()) {
        boolean alive = task.health.stream().allMatch(r -> r.alive);
        healthy += alive ? 1 : 0;
        unhealthy += alive ? 0 : 1;
      }
    }
    return new Counts(staged, running, healthy, unhealthy);
  }

  void addCounts(String appId, ObjectNode out) {
    Counts counts = count(visible(appId));
    out.put("tasksStaged", counts.staged)
        .put("tasksRunning", counts.running)
        .put("tasksHealthy", counts.healthy)
        .put("tasksUnhealthy", counts.unhealthy);
  }

  /** The taskStats embed: tasks by how new their version is. */
  ObjectNode stats(AppSpec app) {
    ObjectNode out = Json.object();
    List<AppInstance> tasks = visible(app.id);
    summary(out, "startedAfterLastScaling", tasks, t -> !version(t).isBefore(app.lastScalingAt));
    summary(out, "withLatestConfig", tasks, t -> !version(t).isBefore(app.lastConfigChangeAt));
    summary(out, "withOutdatedConfig", tasks, t -> version(t).isBefore(app.lastConfigChangeAt));
    summary(out, "totalSummary", tasks, t -> true);
    return out;
  }

  private static Instant version(AppInstance task) {
    return task.spec.version;
  }

  private void summary(
      ObjectNode out, String name, List<AppInstance> tasks, Predicate<AppInstance> which) {
    List<AppInstance> some = tasks.stream().filter(which).toList();
    if (some.isEmpty()) {
      return;
    }
    ObjectNode stats = out.putObject(name).putObject("stats");
    stats.set("counts", count(some).json());
    List<Double> ages = new ArrayList<>();
    for (AppInstance task : some) {
      if (task.startedAt != null) {
        ages.add(model.heart.secondsSince(task.startedAt));
      }
    }
    if (!ages.isEmpty()) {
      ages.sort(null);
      int n = ages.size();
      double median = (ages.get((n - 1) / 2) + ages.get(n / 2)) / 2;
      double average = ages.stream().mapToDouble(a -> a).average().orElse(0);
      stats.putObject("lifeTime").put("averageSeconds", average).put("medianSeconds", median);
    }
  }
}

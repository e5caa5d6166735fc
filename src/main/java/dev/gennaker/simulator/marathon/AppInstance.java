package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.HealthChecks.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance of an application and the task that is its present incarnation. */
final class AppInstance {

  /** What Marathon wants of it: to run, or to be gone. */
  enum Goal {
    RUNNING,
    GONE
  }

  final String id;
  AppSpec spec;
  int incarnation = 1;
  Condition condition = Condition.SCHEDULED;
  Goal goal = Goal.RUNNING;

  /** Asked to die and not dead yet. */
  boolean dying;

  /** Mesos's word, null before the first placement. */
  @Nullable String state;

  @Nullable Agent agent;

  /** Has run on its agent and so can be reached there, also after its death. */
  boolean addressed;

  int[] ports = {};
  Instant notBefore = Instant.EPOCH;
  @Nullable Instant stagedAt;
  @Nullable Instant startedAt;

  /** The deployment that launched it, null when it replaces a dead one. */
  @Nullable String startedBy;

  List<Result> health = List.of();

  /** Set by hand: always passes, always fails, or as the application's knobs say. */
  @Nullable Boolean healthByHand;

  boolean ready;
  final List<Heart.Timer> timers = new ArrayList<>(2);

  AppInstance(String id, AppSpec spec) {
    this.id = id;
    this.spec = spec;
  }

  String appId() {
    return spec.id;
  }

  String taskId(Generation generation) {
    if (generation.old()) {
      return id.replaceFirst("\\.marathon-", ".");
    }
    return id + "._app." + incarnation;
  }

  /** The ids of all its tasks: one for an application, one per container for a pod. */
  List<String> taskIds(Generation generation) {
    if (!spec.pod()) {
      return List.of(taskId(generation));
    }
    String end = generation.old() ? "" : "." + incarnation;
    return PodReader.containers(spec).stream()
        .map(c -> id + "." + Json.text(c, "name") + end)
        .toList();
  }

  boolean running() {
    return condition == Condition.RUNNING;
  }

  /** Wanted, up and not on its way out. */
  boolean serving() {
    return running() && goal == Goal.RUNNING && !dying;
  }

  /** Placed on an agent and not dead: it exists in the eyes of Mesos. */
  boolean alive() {
    return condition.alive;
  }

  boolean healthy() {
    if (spec.healthChecks.isEmpty()) {
      return true;
    }
    return health.size() == spec.healthChecks.size() && health.stream().allMatch(r -> r.alive);
  }

  void stopTimers() {
    timers.forEach(Heart.Timer::cancel);
    timers.clear();
  }

  /** Marathon's conditions, with the name events use. */
  enum Condition {
    SCHEDULED("Scheduled", false),
    PROVISIONED("Provisioned", true),
    STARTING("Starting", true),
    RUNNING("Running", true),
    KILLED("Killed", false),
    FAILED("Failed", false),
    FINISHED("Finished", false),
    UNREACHABLE("Unreachable", false),
    UNREACHABLE_INACTIVE("UnreachableInactive", false);

    final String text;
    final boolean alive;

    Condition(String text, boolean alive) {
      this.text = text;
      this.alive = alive;
    }

    String name(Generation generation) {
      return this == PROVISIONED && generation.old() ? "Created" : text;
    }
  }
}

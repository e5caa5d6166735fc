package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Goal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks running tasks how they are; three failures in a row are forgiven, the next one kills. */
final class HealthChecks {

  /** What one check knows of one instance. */
  static final class Result {
    boolean alive;
    int consecutiveFailures;
    @Nullable Instant firstSuccess;
    @Nullable Instant lastSuccess;
    @Nullable Instant lastFailure;
    @Nullable String lastFailureCause;

    /** Passing for good: nobody looks until something changes. */
    boolean steady;
  }

  private final Model model;

  HealthChecks(Model model) {
    this.model = model;
  }

  /** Begins to look at a task that came up; what is known of the instance is kept. */
  void start(AppInstance instance) {
    List<HealthCheck> checks = instance.spec.healthChecks;
    if (checks.isEmpty()) {
      return;
    }
    if (instance.health.size() != checks.size()) {
      List<Result> results = new ArrayList<>();
      checks.forEach(c -> results.add(new Result()));
      instance.health = List.copyOf(results);
    }
    double healthy = model.behaviour.healthySeconds(instance.spec, model.knobs);
    for (int i = 0; i < checks.size(); i++) {
      instance.health.get(i).steady = false;
      int check = i;
      double first = Math.min(checks.get(i).interval(), healthy);
      model.tasks.later(instance, first, () -> look(instance, check));
    }
  }

  /** Results of a task that has been healthy all along. */
  void seed(AppInstance instance) {
    List<Result> results = new ArrayList<>();
    Instant first = instance.startedAt;
    for (int i = 0; i < instance.spec.healthChecks.size(); i++) {
      Result result = new Result();
      result.alive = true;
      result.steady = true;
      result.firstSuccess = first;
      result.lastSuccess = first;
      results.add(result);
    }
    instance.health = List.copyOf(results);
  }

  /** Health was set by hand or a knob was turned: look now. */
  void reconsider(AppInstance instance) {
    if (instance.running() && !instance.dying) {
      for (int i = 0; i < instance.health.size(); i++) {
        Result result = instance.health.get(i);
        if (result.steady) {
          result.lastSuccess = lastSuccess(instance, i);
          result.steady = false;
          look(instance, i);
        } else if (passes(instance)) {
          // The next look is already due; it only must not be waited for.
          success(instance, result);
        }
      }
    }
  }

  private void look(AppInstance instance, int index) {
    if (!instance.running() || instance.dying) {
      return;
    }
    HealthCheck check = instance.spec.healthChecks.get(index);
    Result result = instance.health.get(index);
    if (passes(instance)) {
      success(instance, result);
    } else if (!forgiven(instance, check, result)) {
      failure(instance, check, result);
    }
    if (!instance.dying && !result.steady) {
      model.tasks.later(instance, check.interval(), () -> look(instance, index));
    }
  }

  private boolean passes(AppInstance instance) {
    if (instance.healthByHand != null) {
      return instance.healthByHand;
    }
    AppSpec spec = instance.spec;
    double age = age(instance);
    if (model.behaviour.neverHealthy(spec)
        || age + 0.001 < model.behaviour.healthySeconds(spec, model.knobs)) {
      return false;
    }
    double flap = model.behaviour.flapSeconds(spec);
    return flap <= 0 || (long) (age / flap) % 2 == 0;
  }

  private double age(AppInstance instance) {
    return instance.startedAt == null ? 0 : model.heart.secondsSince(instance.startedAt);
  }

  /** During the grace period failures do not count until the first success. */
  private boolean forgiven(AppInstance instance, HealthCheck check, Result result) {
    return result.firstSuccess == null && age(instance) < check.grace();
  }

  private void success(AppInstance instance, Result result) {
    Instant now = model.heart.now();
    boolean was = result.alive;
    result.alive = true;
    result.consecutiveFailures = 0;
    result.lastSuccess = now;
    if (result.firstSuccess == null) {
      result.firstSuccess = now;
    }
    result.steady =
        instance.healthByHand != null || model.behaviour.flapSeconds(instance.spec) <= 0;
    if (!was) {
      model.events.healthChanged(instance, true);
      model.deployments.poke(instance.appId());
    }
  }

  private void failure(AppInstance instance, HealthCheck check, Result result) {
    boolean was = result.alive;
    result.alive = false;
    result.consecutiveFailures++;
    result.lastFailure = model.heart.now();
    result.lastFailureCause = check.failure();
    model.events.failedHealthCheck(instance, check);
    if (was) {
      model.events.healthChanged(instance, false);
      model.deployments.poke(instance.appId());
    }
    int max = check.maxConsecutiveFailures();
    if (max > 0 && result.consecutiveFailures > max) {
      model.events.unhealthyKill(instance, check.failure());
      model.tasks.failed(
          instance,
          "TASK_KILLED",
          "Task was killed since health check failed. Reason: " + check.failure());
      model.tasks.kill(instance, Goal.RUNNING);
    }
  }

  private @Nullable Instant lastSuccess(AppInstance instance, int index) {
    Result result = instance.health.get(index);
    Instant last = result.lastSuccess;
    if (last == null || !result.steady) {
      return last;
    }
    double interval = instance.spec.healthChecks.get(index).interval();
    double rounds = Math.floor(model.heart.secondsSince(last) / interval);
    return last.plus(Duration.ofMillis((long) (rounds * interval * 1000 / model.heart.speed())));
  }

  ArrayNode json(AppInstance instance) {
    ArrayNode out = Json.array();
    for (int i = 0; i < instance.health.size(); i++) {
      Result result = instance.health.get(i);
      boolean silent =
          i < instance.spec.healthChecks.size() && instance.spec.healthChecks.get(i).mesos();
      if (silent && result.firstSuccess == null) {
        continue;
      }
      ObjectNode one = out.addObject();
      one.put("alive", result.alive).put("consecutiveFailures", result.consecutiveFailures);
      stamp(one, "firstSuccess", result.firstSuccess);
      one.put(
          "instanceId", model.generation.old() ? instance.id : "instance [" + instance.id + "]");
      stamp(one, "lastFailure", result.lastFailure);
      if (result.lastFailureCause != null) {
        one.put("lastFailureCause", result.lastFailureCause);
      }
      stamp(one, "lastSuccess", lastSuccess(instance, i));
    }
    return out;
  }

  private static void stamp(ObjectNode out, String name, @Nullable Instant at) {
    if (at != null) {
      out.put(name, Json.stamp(at));
    }
  }
}

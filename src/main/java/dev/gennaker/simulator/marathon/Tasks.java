package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Condition;
import dev.gennaker.simulator.marathon.AppInstance.Goal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The life of tasks: scheduled, placed, staged, running, dead, and what follows from each. */
final class Tasks {

  static final String TERMINATED = "Command terminated with signal Terminated";

  private final Model model;
  private final Map<String, ObjectNode> lastFailures = new HashMap<>();
  private final Map<String, Integer> launches = new HashMap<>();

  Tasks(Model model) {
    this.model = model;
  }

  /** One more instance of an application. */
  AppInstance schedule(AppSpec spec, @Nullable String deployment) {
    AppInstance instance = model.instances.create(spec);
    instance.startedBy = deployment;
    if (!model.generation.old()) {
      model.events.instanceChanged(instance);
    }
    model.queue.enqueue(instance);
    return instance;
  }

  /** The queue found a place. */
  void launch(AppInstance instance, Agent agent) {
    AppSpec spec = instance.spec;
    if (instance.state != null) {
      instance.incarnation++;
    }
    instance.agent = agent;
    instance.addressed = false;
    instance.condition = Condition.PROVISIONED;
    instance.state = "TASK_STAGING";
    instance.stagedAt = model.heart.now();
    instance.startedAt = null;
    instance.ports = ports(spec);
    model.events.instanceChanged(instance);
    if (model.behaviour.neverRunning(spec)) {
      return;
    }
    int launch = launches.merge(spec.id + spec.lastConfigChangeAt, 1, Integer::sum);
    boolean fails = launch <= model.behaviour.failures(spec);
    double stage = model.behaviour.stageSeconds(spec, model.knobs);
    double start = model.behaviour.startSeconds(spec, model.knobs);
    if (start > 0 && !fails) {
      later(instance, stage, () -> starting(instance));
    }
    later(
        instance,
        stage + (fails ? 0 : start),
        fails
            ? () -> died(instance, "TASK_FAILED", model.behaviour.failMessage(spec))
            : () -> running(instance));
  }

  private int[] ports(AppSpec spec) {
    if (Json.bool(spec.body, "requirePorts")) {
      return spec.servicePorts.clone();
    }
    int[] ports = new int[spec.hostPortCount()];
    int first = ports.length == 0 ? 0 : model.randomPort(ports.length);
    for (int i = 0; i < ports.length; i++) {
      ports[i] = first + i;
    }
    return ports;
  }

  private void starting(AppInstance instance) {
    instance.state = "TASK_STARTING";
    instance.condition = Condition.STARTING;
    model.events.statusUpdate(instance, "TASK_STARTING", "");
    model.events.instanceChanged(instance);
  }

  void running(AppInstance instance) {
    AppSpec spec = instance.spec;
    instance.state = "TASK_RUNNING";
    instance.condition = Condition.RUNNING;
    instance.addressed = true;
    instance.startedAt = model.heart.now();
    model.events.statusUpdate(instance, "TASK_RUNNING", "");
    model.events.instanceChanged(instance);
    model.health.start(instance);
    model.readiness.start(instance);
    double crash = model.behaviour.crashSeconds(spec);
    if (crash >= 0) {
      later(
          instance, crash, () -> died(instance, "TASK_FAILED", model.behaviour.crashMessage(spec)));
    }
    double finish = model.behaviour.finishSeconds(spec);
    if (finish >= 0) {
      later(
          instance, finish, () -> died(instance, "TASK_FINISHED", "Command exited with status 0"));
    }
    model.deployments.poke(spec.id);
  }

  void later(AppInstance instance, double seconds, Runnable work) {
    instance.timers.add(model.heart.after(seconds, work));
  }

  /**
   * Asks a task to die.
   *
   * @param goal whether another one shall take its place
   */
  void kill(AppInstance instance, Goal goal) {
    boolean changed = instance.goal != goal && goal == Goal.GONE;
    if (changed) {
      instance.goal = Goal.GONE;
    }
    if (!instance.alive()) {
      if (goal == Goal.GONE) {
        forget(instance);
      }
      return;
    }
    if (changed && !model.generation.old()) {
      model.events.instanceChanged(instance);
    }
    if (instance.dying) {
      return;
    }
    instance.dying = true;
    instance.stopTimers();
    if (!model.behaviour.neverKilled(instance.spec)) {
      double seconds = model.behaviour.killSeconds(instance.spec, model.knobs);
      later(instance, seconds, () -> died(instance, "TASK_KILLED", TERMINATED));
    }
  }

  /** Removes the record at once, as wipe does; the task itself dies unnoticed. */
  void expunge(AppInstance instance) {
    AppSpec spec = instance.spec;
    boolean wanted = instance.goal == Goal.RUNNING;
    String task = instance.taskId(model.generation);
    if (instance.alive()) {
      model.sandboxes.ended(instance, "TASK_KILLED", "");
      model.heart.after(
          model.behaviour.killSeconds(spec, model.knobs),
          () -> model.events.unknownTerminated(instance.id, task, spec.id));
    }
    forget(instance);
    if (wanted && model.catalog.root().apps().containsKey(spec.id)) {
      schedule(spec, null);
    }
  }

  /** Mesos reports the end of a task. */
  void died(AppInstance instance, String state, String message) {
    AppSpec spec = instance.spec;
    model.sandboxes.ended(instance, state, message);
    instance.stopTimers();
    instance.state = state;
    instance.condition =
        switch (state) {
          case "TASK_KILLED" -> Condition.KILLED;
          case "TASK_FINISHED" -> Condition.FINISHED;
          default -> Condition.FAILED;
        };
    model.events.statusUpdate(instance, state, message);
    model.events.instanceChanged(instance);
    if (!state.equals("TASK_KILLED")) {
      model.queue.failed(spec);
      if (!state.equals("TASK_FINISHED")) {
        failed(instance, state, message);
      }
    }
    instance.dying = false;
    instance.ready = false;
    if (instance.goal == Goal.GONE || !model.catalog.root().apps().containsKey(spec.id)) {
      forget(instance);
    } else if (model.generation.old()) {
      String deployment = instance.startedBy;
      forget(instance);
      schedule(spec, deployment);
    } else {
      instance.ports = new int[0];
      instance.stagedAt = null;
      instance.startedAt = null;
      model.queue.enqueue(instance);
    }
    model.deployments.poke(spec.id);
  }

  /** Remembers why a task died, for lastTaskFailure. */
  void failed(AppInstance instance, String state, String message) {
    Agent agent = instance.agent;
    ObjectNode failure = Json.object("appId", instance.appId());
    failure
        .put("host", agent == null ? "" : agent.host())
        .put("message", message)
        .put("state", state)
        .put("taskId", instance.taskId(model.generation))
        .put("timestamp", Json.stamp(model.heart.now()))
        .put("version", Json.stamp(instance.spec.version))
        .put("slaveId", agent == null ? "" : agent.id());
    lastFailures.put(instance.appId(), failure);
  }

  /** An agent stopped answering, or answers again. */
  void unreachable(AppInstance instance) {
    instance.state = "TASK_UNREACHABLE";
    instance.condition = Condition.UNREACHABLE;
    instance.stopTimers();
    model.events.statusUpdate(instance, "TASK_UNREACHABLE", "agent partitioned");
    model.events.instanceChanged(instance);
    var strategy = instance.spec.unreachableStrategy();
    if (strategy.isString()) {
      return;
    }
    double inactive = Json.number(strategy, "inactiveAfterSeconds", 0);
    double expunge = Json.number(strategy, "expungeAfterSeconds", 0);
    later(
        instance,
        inactive,
        () -> {
          instance.condition = Condition.UNREACHABLE_INACTIVE;
          model.events.instanceChanged(instance);
          schedule(instance.spec, null);
        });
    later(instance, expunge, () -> forget(instance));
  }

  private void forget(AppInstance instance) {
    model.queue.forget(instance);
    model.instances.remove(instance);
    model.deployments.poke(instance.appId());
  }

  @Nullable ObjectNode lastFailure(String appId) {
    return lastFailures.get(appId);
  }

  void forgetApp(String appId) {
    lastFailures.remove(appId);
  }

  /** A running task that never had to be launched, for seeding. */
  AppInstance seed(AppSpec spec, Agent agent, Instant since) {
    AppInstance instance = model.instances.create(spec);
    instance.agent = agent;
    instance.condition = Condition.RUNNING;
    instance.state = "TASK_RUNNING";
    instance.addressed = true;
    instance.stagedAt = since;
    instance.startedAt = since.plusSeconds(1);
    instance.ports = ports(spec);
    model.health.seed(instance);
    return instance;
  }
}

package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Fate: does to tasks and applications what a real cluster would do by itself. */
public final class Hand {

  private static final Set<String> ENDS =
      Set.of(
          "TASK_FAILED",
          "TASK_FINISHED",
          "TASK_KILLED",
          "TASK_LOST",
          "TASK_ERROR",
          "TASK_GONE",
          "TASK_DROPPED");

  private final Model model;

  Hand(Model model) {
    this.model = model;
  }

  /**
   * Mesos reports a new state of a task.
   *
   * @return false when there is no such task
   * @throws IllegalArgumentException for a state that cannot be set
   */
  public boolean report(String taskId, String state, @Nullable String message) {
    return model.heart.run(
        () -> {
          AppInstance instance = model.instances.byTask(taskId);
          if (instance == null || instance.state == null) {
            return false;
          }
          if (ENDS.contains(state)) {
            String said = message == null ? "set by hand" : message;
            model.tasks.died(instance, state, said);
          } else if (state.equals("TASK_UNREACHABLE")) {
            model.tasks.unreachable(instance);
          } else if (state.equals("TASK_RUNNING")) {
            instance.stopTimers();
            model.tasks.running(instance);
          } else {
            throw new IllegalArgumentException(
                "state must be one of TASK_RUNNING, TASK_UNREACHABLE or an end such as TASK_FAILED");
          }
          return true;
        });
  }

  /** Makes health checks of one task pass, fail, or (null) follow the knobs again. */
  public boolean health(String taskId, @Nullable Boolean healthy) {
    return model.heart.run(
        () -> {
          AppInstance instance = model.instances.byTask(taskId);
          if (instance == null) {
            return false;
          }
          instance.healthByHand = healthy;
          model.health.reconsider(instance);
          return true;
        });
  }

  /** Turns a knob of one application, named as its label would be; null takes it away. */
  public void turn(String appId, String knob, @Nullable String value) {
    model.heart.run(
        () -> {
          model.behaviour.turn(appId, knob, value);
          model.instances.listOf(appId).forEach(model.health::reconsider);
          model.queue.retryAll();
          return true;
        });
  }

  /**
   * Checks the name of a knob of one application and what it is to be turned to; null takes it
   * away.
   *
   * @throws IllegalArgumentException when nothing is called so, or it cannot be turned to that
   */
  public void check(String knob, @Nullable String value) {
    Behaviour.check(knob, value);
  }

  /** The knobs turned by hand, by application. */
  public Map<String, Map<String, String>> turned() {
    return model.heart.run(
        () -> {
          Map<String, Map<String, String>> copy = new TreeMap<>();
          model.behaviour.turned().forEach((id, knobs) -> copy.put(id, new TreeMap<>(knobs)));
          return copy;
        });
  }

  /** Changes the pace of everything that takes time. */
  public void speed(double faster) {
    model.heart.run(
        () -> {
          model.heart.speed(faster);
          return true;
        });
  }

  public double speed() {
    return model.heart.speed();
  }

  public int eventReaders() {
    return model.heart.run(() -> model.events.readers());
  }

  /** Puts running applications there at once: groups of twenty, tasks spread evenly. */
  public void seed(int apps, int tasks) {
    model.heart.run(
        () -> {
          Instant since = model.heart.now().minusSeconds(3600);
          List<AppSpec> specs = new ArrayList<>(apps);
          for (int i = 0; i < apps; i++) {
            int size = tasks / apps + (i < tasks % apps ? 1 : 0);
            specs.add(seeded(i, size, since));
          }
          model.catalog.seed(specs);
          List<Agent> agents = model.offers.agents();
          int next = 0;
          for (AppSpec spec : specs) {
            for (int i = 0; i < spec.instances; i++) {
              model.tasks.seed(spec, agents.get(next++ % agents.size()), since);
            }
          }
          return true;
        });
  }

  private AppSpec seeded(int number, int size, Instant since) {
    String name = String.format("service-%04d-v000", number);
    ObjectNode body = Json.object("id", "/seed/team-" + number / 20 + "/" + name);
    body.put("cmd", "sleep 1000").put("instances", size).put("cpus", 0.1).put("mem", 32);
    body.putObject("labels").put("team", "team-" + number / 20);
    body.putArray("portDefinitions").addObject().put("port", ServicePorts.MIN + number % 10_000);
    if (number % 2 == 0) {
      body.putArray("healthChecks").addObject().put("protocol", "HTTP").put("path", "/health");
    }
    return AppSpec.next(null, model.reader.create(body), since);
  }
}

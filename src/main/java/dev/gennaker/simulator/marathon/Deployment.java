package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.DeploymentPlan.Action;
import dev.gennaker.simulator.marathon.DeploymentPlan.Kind;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One plan being carried out, step by step; the actions of a step run side by side. */
final class Deployment {

  final DeploymentPlan plan;
  private final Model model;
  private int step;
  private List<ActionRun> runs = List.of();

  Deployment(Model model, DeploymentPlan plan) {
    this.model = model;
    this.plan = plan;
  }

  /** Announces the first step and rushes through those that take no time. */
  void begin() {
    enter();
    while (step < plan.steps().size() - 1
        && plan.steps().get(step).getFirst().kind() == Kind.START) {
      leave();
      enter();
    }
  }

  private void enter() {
    List<Action> actions = plan.steps().get(step);
    model.events.deployment("deployment_info", plan, actions);
    runs = actions.stream().map(a -> ActionRun.of(model, plan.id(), a)).toList();
    for (Action action : actions) {
      if (action.kind() == Kind.START) {
        model.events.healthChecksAdded(action.spec());
      }
      if (action.kind() == Kind.STOP && !action.spec().healthChecks.isEmpty()) {
        String id = action.spec().id;
        model.events.publish("remove_health_check_event", () -> Json.object("appId", id));
      }
    }
  }

  private void leave() {
    model.events.deployment("deployment_step_success", plan, plan.steps().get(step));
    step++;
  }

  /** Does what can be done now; true when the last step is done. */
  boolean proceed() {
    while (true) {
      boolean done = true;
      for (ActionRun run : runs) {
        done &= run.proceed();
      }
      if (!done) {
        return false;
      }
      leave();
      if (step == plan.steps().size()) {
        return true;
      }
      enter();
    }
  }

  ObjectNode json() {
    ObjectNode out = Json.object("id", plan.id());
    out.set("steps", plan.stepsJson());
    out.put("version", Json.stamp(plan.version()));
    out.set("affectedApps", plan.affected(false));
    out.set("affectedPods", plan.affected(true));
    ArrayNode current = out.putArray("currentActions");
    for (Action action : plan.steps().get(step)) {
      ObjectNode one = action.json();
      one.set("readinessCheckResults", model.readiness.results(action.spec().id, plan.id()));
      current.add(one);
    }
    return out.put("currentStep", step + 1).put("totalSteps", plan.steps().size());
  }
}

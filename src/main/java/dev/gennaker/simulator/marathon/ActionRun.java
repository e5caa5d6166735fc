package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Goal;
import dev.gennaker.simulator.marathon.DeploymentPlan.Action;
import java.util.List;

/**
 * One action being carried out. It looks at what there is and does what is missing, so it can be
 * asked any number of times.
 */
sealed interface ActionRun
    permits ActionRun.Start, ActionRun.Stop, ActionRun.Scale, RollingRestart {

  /** True when there is nothing left to do. */
  boolean proceed();

  static ActionRun of(Model model, String deployment, Action action) {
    return switch (action.kind()) {
      case START -> new Start();
      case STOP -> new Stop(model, action.spec());
      case SCALE -> new Scale(model, deployment, action);
      case RESTART -> new RollingRestart(model, deployment, action.spec());
    };
  }

  /** Starting with no instances takes no time. */
  record Start() implements ActionRun {
    @Override
    public boolean proceed() {
      return true;
    }
  }

  /** Kills everything and ends when every death is confirmed. */
  record Stop(Model model, AppSpec spec) implements ActionRun {
    @Override
    public boolean proceed() {
      List<AppInstance> left = model.instances.listOf(spec.id);
      left.stream()
          .filter(i -> i.goal == Goal.RUNNING)
          .forEach(i -> model.tasks.kill(i, Goal.GONE));
      if (!model.instances.of(spec.id).isEmpty()) {
        return false;
      }
      model.queue.forgetApp(spec.id);
      model.tasks.forgetApp(spec.id);
      model.events.publish("app_terminated_event", () -> Json.object("appId", spec.id));
      return true;
    }
  }

  /** Kills the surplus, or launches what is missing and waits until that serves. */
  final class Scale implements ActionRun {
    private final Model model;
    private final String deployment;
    private final AppSpec spec;
    private final List<String> victims;
    private boolean killed;
    private int missing;

    Scale(Model model, String deployment, Action action) {
      this.model = model;
      this.deployment = deployment;
      this.spec = action.spec();
      this.victims = action.victims();
    }

    @Override
    public boolean proceed() {
      if (!killed) {
        killed = true;
        begin();
      }
      boolean dying = model.instances.of(spec.id).stream().anyMatch(i -> i.goal == Goal.GONE);
      long serving =
          model.instances.of(spec.id).stream()
              .filter(i -> deployment.equals(i.startedBy) && Victims.good(i))
              .count();
      return !dying && serving >= missing;
    }

    private void begin() {
      List<AppInstance> wanted =
          model.instances.of(spec.id).stream().filter(i -> i.goal == Goal.RUNNING).toList();
      List<AppInstance> doomed =
          Victims.pick(wanted, victims, Math.max(0, wanted.size() - spec.instances), spec);
      doomed.forEach(i -> model.tasks.kill(i, Goal.GONE));
      missing = Math.max(0, spec.instances - (wanted.size() - doomed.size()));
      for (int i = 0; i < missing; i++) {
        model.tasks.schedule(spec, deployment);
      }
    }
  }
}

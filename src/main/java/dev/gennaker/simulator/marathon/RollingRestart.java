package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Goal;
import java.util.List;

/**
 * Replaces every instance by one of the new version, between the floor and the ceiling its upgrade
 * strategy gives: each new instance that serves kills an old one, each confirmed death makes room.
 */
final class RollingRestart implements ActionRun {

  private final Model model;
  private final String deployment;
  private final AppSpec spec;
  private boolean begun;
  private int ceiling;
  private int killsAtOnce;
  private int kills;

  RollingRestart(Model model, String deployment, AppSpec spec) {
    this.model = model;
    this.deployment = deployment;
    this.spec = spec;
  }

  @Override
  public boolean proceed() {
    if (!begun) {
      begun = true;
      begin();
    }
    long serving = current().stream().filter(Victims::good).count();
    killOld((int) (killsAtOnce + serving));
    launch();
    return old().isEmpty() && serving >= spec.instances;
  }

  private void begin() {
    int n = spec.instances;
    int floor = (int) Math.ceil(n * spec.minimumHealthCapacity() - 1e-9);
    ceiling = (int) Math.floor(n * (1 + spec.maximumOverCapacity()) + 1e-9);
    int olds = (int) old().stream().filter(i -> i.goal == Goal.RUNNING).count();
    if (floor == ceiling && ceiling <= olds) {
      ceiling++;
    }
    killsAtOnce = Math.max(0, olds - floor);
  }

  private List<AppInstance> old() {
    return model.instances.of(spec.id).stream()
        .filter(i -> !i.spec.version.equals(spec.version))
        .toList();
  }

  private List<AppInstance> current() {
    return model.instances.of(spec.id).stream()
        .filter(i -> i.spec.version.equals(spec.version) && i.goal == Goal.RUNNING)
        .toList();
  }

  private void killOld(int allowed) {
    List<AppInstance> candidates =
        old().stream().filter(i -> i.goal == Goal.RUNNING).sorted(Victims.order(spec)).toList();
    for (AppInstance instance : candidates) {
      if (kills >= allowed) {
        return;
      }
      kills++;
      model.tasks.kill(instance, Goal.GONE);
    }
  }

  private void launch() {
    int there = current().size();
    int room = ceiling - old().size() - there;
    for (int i = 0; i < Math.min(room, spec.instances - there); i++) {
      model.tasks.schedule(spec, deployment);
    }
  }
}

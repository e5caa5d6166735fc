package dev.gennaker.stage.deploy;

import dev.gennaker.stage.ChildStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chain of stages in one region, each after the one before, the first after the new one. */
final class Steps {

  private final List<ChildStage> children = new ArrayList<>();
  private final Rollout rollout;
  private String after;

  Steps(Rollout rollout) {
    this.rollout = rollout;
    this.after = rollout.created();
  }

  List<ChildStage> children() {
    return children;
  }

  /** A stage on the other server groups of the cluster. */
  void onCluster(String type, String name, Map<String, Object> options) {
    Map<String, Object> settings = new HashMap<>(options);
    settings.put("cloudProvider", rollout.entry().provider());
    settings.put("credentials", rollout.entry().account());
    settings.put("regions", List.of(rollout.region()));
    settings.put("cluster", rollout.moniker().cluster());
    add(type, here(name), settings);
  }

  /** Destroys the oldest ones, where the entry says how many may stay. */
  void keep(ClusterEntry entry) {
    entry
        .number("maxRemainingAsgs")
        .filter(most -> most > 0)
        .ifPresent(
            most ->
                onCluster(
                    "shrinkCluster",
                    "Keep at most " + most,
                    Map.of(
                        "shrinkToSize",
                        most,
                        "allowDeleteActive",
                        entry.flag("allowDeleteActive"))));
  }

  void pause(String before, Optional<Integer> seconds) {
    seconds.filter(s -> s > 0).ifPresent(s -> add("wait", "Wait " + before, Map.of("waitTime", s)));
  }

  /** Looks whether the new one still serves. */
  void verify(String name) {
    add(VerifyServerGroupStage.TYPE, here(name), Map.of("cluster", rollout.body()));
  }

  /** Instances move from the older ones to the new one. */
  void shift(
      String name, int wanted, List<ShiftTraffic.Older> older, List<ShiftTraffic.Step> steps) {
    ClusterEntry entry = rollout.entry();
    boolean canary = entry.strategy().filter(Strategy.CANARY::equals).isPresent();
    Map<String, Object> settings = new HashMap<>();
    settings.put("cloudProvider", entry.provider());
    settings.put("credentials", entry.account());
    settings.put("region", rollout.region());
    settings.put("cluster", rollout.moniker().cluster());
    settings.put("wanted", wanted);
    settings.put("older", older.stream().map(ShiftTraffic.Older::json).toList());
    settings.put("steps", steps.stream().map(ShiftTraffic.Step::json).toList());
    boolean relief = entry.strategy().filter(Strategy.ZERO_DOWNTIME::equals).isPresent();
    settings.put("rollback", canary || relief || entry.flag("rollback", "onFailure"));
    settings.put("destroyLatest", relief || entry.flag("rollback", "destroyLatest"));
    if (relief) {
      settings.put("relief", Relief.of(entry).json());
    }
    add(ShiftTrafficStage.TYPE, here(name), settings);
  }

  private String here(String name) {
    return "%s in %s".formatted(name, rollout.region());
  }

  private void add(String type, String name, Map<String, Object> settings) {
    String key = rollout.created() + "-" + type;
    boolean taken = children.stream().anyMatch(child -> child.key().equals(key));
    String unique = taken ? key + "-2" : key;
    children.add(new ChildStage(unique, type, name, List.of(after), settings, false));
    after = unique;
  }
}

package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.ChildStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All rounds of a shift that goes well: grow, check, shrink the older ones, check. */
final class Forward {

  private final ShiftTraffic shift;
  private final ServerGroupId created;
  private final List<List<ChildStage>> rounds = new ArrayList<>();

  Forward(ShiftTraffic shift, ServerGroupId created) {
    this.shift = shift;
    this.created = created;
  }

  List<List<ChildStage>> rounds() {
    int before = 0;
    for (int i = 0; i < shift.steps().size(); i++) {
      ShiftTraffic.Step step = shift.steps().get(i);
      if (shift.relief() != null) {
        handOver(i, step, before, shift.relief());
        before = step.percentage();
        continue;
      }
      if (i > 0) {
        grow(i, step.percentage(), before);
      }
      checks(i, "before", step.before(), step.percentage());
      shrink(i, step.percentage(), before);
      checks(i, "after", step.after(), step.percentage());
      before = step.percentage();
    }
    return rounds;
  }

  /** The load balancer moves requests; instances end only when they serve nobody. */
  private void handOver(int index, ShiftTraffic.Step step, int before, Relief relief) {
    int size = Shares.of(shift.wanted(), step.percentage());
    ShiftTraffic.Older older = shift.older().getFirst();
    if (index == 0 || size != Shares.of(shift.wanted(), before)) {
      Map<String, Object> options = new HashMap<>(relief.json());
      options.put("from", older.name());
      options.put("size", size);
      rounds.add(
          List.of(
              child(
                  "%d-hand-over".formatted(index + 1),
                  HandOverStage.TYPE,
                  "Hand over to %s: %d of %d (%d %%)"
                      .formatted(
                          shift.version(created.name()), size, shift.wanted(), step.percentage()),
                  on(shift, created.name(), options))));
    }
    checks(index, "before", step.before(), step.percentage());
    checks(index, "after", step.after(), step.percentage());
    if (step.percentage() == 100) {
      rounds.add(
          List.of(
              child(
                  "over",
                  HandOverStage.TYPE,
                  "Destroy " + shift.version(older.name()),
                  on(shift, older.name(), Map.of("end", true)))));
    }
  }

  private void grow(int index, int percentage, int before) {
    int size = Shares.of(shift.wanted(), percentage);
    if (size != Shares.of(shift.wanted(), before)) {
      rounds.add(
          List.of(
              child(
                  "%d-grow".formatted(index + 1),
                  "resizeServerGroup",
                  "Grow %s to %d of %d (%d %%)"
                      .formatted(shift.version(created.name()), size, shift.wanted(), percentage),
                  on(shift, created.name(), exact(size)))));
    }
  }

  private void shrink(int index, int percentage, int before) {
    List<ChildStage> round = new ArrayList<>();
    for (ShiftTraffic.Older older : shift.older()) {
      int size = older.at(percentage);
      String key = "%d-shrink-%s".formatted(index + 1, older.name());
      if (percentage == 100) {
        round.add(
            child(
                key,
                "disableServerGroup",
                "Disable " + shift.version(older.name()),
                on(shift, older.name(), Map.of("rememberSize", older.size()))));
      } else if (size != older.at(before)) {
        round.add(
            child(
                key,
                "resizeServerGroup",
                "Shrink %s to %d of %d".formatted(shift.version(older.name()), size, older.size()),
                on(shift, older.name(), exact(size))));
      }
    }
    if (!round.isEmpty()) {
      rounds.add(round);
    }
  }

  private void checks(int index, String when, List<ShiftTraffic.Check> checks, int percentage) {
    for (int i = 0; i < checks.size(); i++) {
      ShiftTraffic.Check check = checks.get(i);
      Map<String, Object> settings = new HashMap<>(check.settings());
      if (check.type().equals("pipeline")) {
        settings.put("pipelineParameters", told(settings.get("pipelineParameters"), percentage));
      }
      rounds.add(
          List.of(
              child(
                  "%d-%s-%d".formatted(index + 1, when, i + 1),
                  check.type(),
                  check.name(),
                  settings)));
    }
  }

  /** Spinnaker's parameters for a pipeline that is asked; its author's own win. */
  private Map<String, Object> told(@Nullable Object written, int percentage) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("deployedServerGroup", created.name());
    if (!shift.older().isEmpty()) {
      parameters.put("sourceServerGroup", shift.older().getFirst().name());
    }
    parameters.put("percentageComplete", percentage);
    parameters.putAll(ClusterEntry.object(written));
    return parameters;
  }

  /** Its failure is looked at where there is something to bring back; else it ends the shift. */
  private ChildStage child(String key, String type, String name, Map<String, Object> settings) {
    return new ChildStage(key, type, name, List.of(), settings, shift.rollback());
  }

  private static Map<String, Object> exact(int size) {
    return Map.of("action", "scale_exact", "capacity", Map.of("desired", size));
  }

  /** Settings of a stage on one server group of the cluster. */
  static Map<String, Object> on(ShiftTraffic shift, String name, Map<String, Object> options) {
    Map<String, Object> settings = new HashMap<>(options);
    settings.put("cloudProvider", shift.cloudProvider());
    settings.put("credentials", shift.credentials());
    settings.put("regions", List.of(shift.region()));
    settings.put("cluster", shift.cluster());
    settings.put("serverGroupName", name);
    return settings;
  }
}

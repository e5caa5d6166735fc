package dev.gennaker.stage.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of a rolling red/black. */
final class Rolling {

  private Rolling() {}

  static List<Integer> percentages(ClusterEntry entry) {
    return Shares.steps(entry.body().get("targetPercentages"));
  }

  static List<ShiftTraffic.Step> of(Rollout rollout) {
    List<ShiftTraffic.Check> before = before(rollout.entry());
    return percentages(rollout.entry()).stream()
        .map(percentage -> new ShiftTraffic.Step(percentage, before, List.of()))
        .toList();
  }

  private static List<ShiftTraffic.Check> before(ClusterEntry entry) {
    List<ShiftTraffic.Check> checks = new ArrayList<>();
    entry
        .number("delayBeforeCleanup", "delayBeforeDisableSec")
        .filter(seconds -> seconds > 0)
        .ifPresent(seconds -> checks.addAll(Checkpoint.pause(seconds)));
    Map<String, Object> pipeline = entry.object("pipelineBeforeCleanup");
    Object id = pipeline.getOrDefault("pipelineId", pipeline.getOrDefault("pipeline", ""));
    if (!String.valueOf(id).isBlank()) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("pipeline", id);
      settings.put("application", pipeline.getOrDefault("application", ""));
      settings.put("pipelineParameters", pipeline.getOrDefault("pipelineParameters", Map.of()));
      checks.add(new ShiftTraffic.Check("pipeline", "Ask a pipeline", settings));
    }
    return checks;
  }
}

package dev.gennaker.stage.deploy;

import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with what an entry says about its strategy; paths start at the entry. */
final class StrategyChecks {

  private final ClusterEntry entry;
  private final List<Problem> problems = new ArrayList<>();

  private StrategyChecks(ClusterEntry entry) {
    this.entry = entry;
  }

  static List<Problem> of(ClusterEntry entry) {
    StrategyChecks checks = new StrategyChecks(entry);
    entry.strategy().ifPresent(checks::check);
    return checks.problems;
  }

  private void check(Strategy strategy) {
    switch (strategy) {
      case NONE, HIGHLANDER, IN_PLACE -> {}
      case REDBLACK ->
          numbers(
              "maxRemainingAsgs",
              "delayBeforeDisableSec",
              "delayBeforeCleanup",
              "delayBeforeScaleDownSec");
      case ROLLING -> {
        numbers("delayBeforeCleanup", "maxRemainingAsgs");
        rolling();
      }
      case ZERO_DOWNTIME -> {
        numbers("delayBeforeCleanup", "drainTimeoutSec");
        rolling();
        relief();
      }
      case CANARY -> {
        numbers("maxRemainingAsgs");
        canary();
      }
      case CUSTOM -> {
        if (entry.text("strategyPipeline").isEmpty()) {
          problems.add(
              Problem.error(
                  "$.strategyPipeline",
                  "It says no strategy pipeline.",
                  "Choose the pipeline to run after the new server group is there."));
        }
      }
    }
  }

  /** Labels of the raw definition count too; what only the platform knows it tells later. */
  private void relief() {
    Map<String, Object> labels = ClusterEntry.object(entry.object("marathon").get("labels"));
    labels.putAll(entry.object("labels"));
    if (!entry.body().containsKey("labels") && labels.isEmpty()) {
      return;
    }
    for (String label :
        List.of("HAPROXY_DEPLOYMENT_GROUP", "HAPROXY_DEPLOYMENT_ALT_PORT", "HAPROXY_GROUP")) {
      String own = label.equals("HAPROXY_GROUP") ? "HAPROXY_0_GROUP" : label;
      if (!labels.containsKey(label) && !labels.containsKey(own)) {
        problems.add(
            Problem.error(
                "$.labels",
                "Zero-downtime needs the label %s.".formatted(label),
                "Add it; docs/strategies.md tells what each is for."));
      }
    }
  }

  private void numbers(String... keys) {
    for (String key : keys) {
      number(entry.body().get(key), "$." + key);
    }
  }

  private void number(@Nullable Object value, String path) {
    if (value != null && !String.valueOf(value).isBlank() && ClusterEntry.whole(value).isEmpty()) {
      problems.add(
          Problem.error(
              path,
              "%s is no whole number.".formatted(value),
              "Give a whole number, zero or more."));
    }
  }

  private void rolling() {
    List<Object> written = Shares.written(entry.body().get("targetPercentages"));
    if (written.isEmpty()) {
      problems.add(
          Problem.warning(
              "$.targetPercentages",
              "It says no steps, so that all instances come at once.",
              "Give the shares the new server group gets one after another, e.g. 25, 50, 100."));
    }
    int before = 0;
    for (int i = 0; i < written.size(); i++) {
      before = share(written.get(i), "$.targetPercentages[" + i + "]", before);
    }
    Map<String, Object> pipeline = entry.object("pipelineBeforeCleanup");
    boolean named =
        Stream.of("pipelineId", "pipeline")
            .anyMatch(key -> !String.valueOf(pipeline.getOrDefault(key, "")).isBlank());
    if (!pipeline.isEmpty() && !named) {
      problems.add(
          Problem.error(
              "$.pipelineBeforeCleanup.pipelineId",
              "It says no pipeline to ask.",
              "Choose one, or remove pipelineBeforeCleanup."));
    }
  }

  private void canary() {
    List<Map<String, Object>> steps = Canary.steps(entry);
    if (steps.isEmpty()) {
      problems.add(
          Problem.error(
              "$." + Canary.KEY,
              "It says no steps.",
              "Add at least one: a percentage, and a pause, a judgment or an expression."));
    }
    int before = 0;
    for (int i = 0; i < steps.size(); i++) {
      String path = "$.%s[%d]".formatted(Canary.KEY, i);
      before = share(steps.get(i).get("percentage"), path + ".percentage", before);
      number(steps.get(i).get("pauseSec"), path + ".pauseSec");
    }
  }

  /** Checks one; gives it back, or what it should have been more than. */
  private int share(@Nullable Object written, String path, int before) {
    Optional<Integer> share = Shares.percentage(written);
    if (share.isEmpty()) {
      problems.add(
          Problem.error(
              path,
              "%s is no percentage.".formatted(written == null ? "Nothing" : written),
              "Give a whole number from 1 to 100."));
    } else if (share.get() <= before) {
      problems.add(
          Problem.error(
              path,
              "%d %% is not more than the step before.".formatted(share.get()),
              "Let every step be larger than the one before."));
    }
    return share.orElse(before);
  }
}

package dev.gennaker.stage.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps of a canary: a share, then a pause, a check and a judgment, as its author says. */
final class Canary {

  /** Where an entry says them. */
  static final String KEY = "canarySteps";

  private Canary() {}

  /**
   * The entry with its steps' expressions as they were written: they are evaluated when their step
   * is reached, not when the deploy starts.
   *
   * @param written the settings of the deploy as written
   * @param index of the entry
   */
  static ClusterEntry unevaluated(ClusterEntry entry, Map<String, Object> written, int index) {
    if (!(written.get("clusters") instanceof List<?> entries)
        || index >= entries.size()
        || !(ClusterEntry.object(entries.get(index)).get(KEY) instanceof List<?> raw)
        || raw.size() != steps(entry).size()) {
      return entry;
    }
    List<Map<String, Object>> steps = steps(entry);
    for (int i = 0; i < steps.size(); i++) {
      if (ClusterEntry.object(raw.get(i)).get("expression") instanceof String expression) {
        steps.get(i).put("expression", bare(expression));
      }
    }
    Map<String, Object> body = new HashMap<>(entry.body());
    body.put(KEY, steps);
    return new ClusterEntry(body);
  }

  /** Without the marks around it, so that nothing evaluates it before its time. */
  private static String bare(String expression) {
    String text = expression.strip();
    return text.startsWith("${") && text.endsWith("}") && text.indexOf("${", 2) < 0
        ? text.substring(2, text.length() - 1).strip()
        : text;
  }

  static List<Integer> percentages(ClusterEntry entry) {
    return Stream.concat(
            steps(entry).stream()
                .flatMap(step -> Shares.percentage(step.get("percentage")).stream()),
            Stream.of(100))
        .sorted()
        .distinct()
        .toList();
  }

  /** As written; what is no object is left out. */
  static List<Map<String, Object>> steps(ClusterEntry entry) {
    List<Map<String, Object>> steps = new ArrayList<>();
    if (entry.body().get(KEY) instanceof List<?> list) {
      list.forEach(one -> steps.add(ClusterEntry.object(one)));
    }
    return steps;
  }

  static List<ShiftTraffic.Step> of(Rollout rollout) {
    return percentages(rollout.entry()).stream()
        .map(percentage -> new ShiftTraffic.Step(percentage, List.of(), after(rollout, percentage)))
        .toList();
  }

  /** What the author wants after that share; of several for the same, all. */
  private static List<ShiftTraffic.Check> after(Rollout rollout, int percentage) {
    return steps(rollout.entry()).stream()
        .filter(step -> Shares.percentage(step.get("percentage")).orElse(0).equals(percentage))
        .flatMap(step -> after(rollout, percentage, step).stream())
        .toList();
  }

  private static List<ShiftTraffic.Check> after(
      Rollout rollout, int percentage, Map<String, Object> step) {
    String cluster = rollout.moniker().cluster();
    List<ShiftTraffic.Check> checks = new ArrayList<>();
    ClusterEntry written = new ClusterEntry(step);
    written
        .number("pauseSec")
        .filter(seconds -> seconds > 0)
        .ifPresent(seconds -> checks.addAll(Checkpoint.pause(seconds)));
    written.text("expression").ifPresent(expression -> checks.add(condition(expression)));
    if (written.flag("judgment")) {
      checks.add(judgment(written, cluster, percentage, rollout.region()));
    }
    return checks;
  }

  private static ShiftTraffic.Check condition(String expression) {
    return new ShiftTraffic.Check(
        "checkPreconditions",
        "Check the canary",
        Map.of(
            "preconditions",
            List.of(
                Map.of(
                    "type",
                    "expression",
                    "failPipeline",
                    true,
                    "context",
                    Map.of("expression", expression)))));
  }

  private static ShiftTraffic.Check judgment(
      ClusterEntry step, String cluster, int percentage, String region) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "instructions",
        step.text("instructions")
            .orElse(
                "The new version of %s has %d %% of the instances in %s. Go on? Stop brings the old one back."
                    .formatted(cluster, percentage, region)));
    settings.put("continueButtonLabel", "Go on");
    settings.put("stopButtonLabel", "Back to the old one");
    if (step.body().get("roles") instanceof List<?> roles) {
      settings.put("selectedStageRoles", roles);
    }
    return new ShiftTraffic.Check(
        "manualJudgment", "Canary at %d %%: go on?".formatted(percentage), settings);
  }
}

package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the stages form a graph that can run: unique refIds, known references, no cycles. */
final class GraphCheck {

  private static final int NAMED_AT_MOST = 12;

  private final List<StageDefinition> stages;
  private final Map<String, StageDefinition> byRefId = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private GraphCheck(List<StageDefinition> stages) {
    this.stages = stages;
  }

  static List<Problem> check(List<StageDefinition> stages) {
    GraphCheck check = new GraphCheck(stages);
    check.refIds();
    check.references();
    check.cycles();
    return check.problems;
  }

  private void refIds() {
    for (StageDefinition stage : stages) {
      @Nullable StageDefinition other = byRefId.putIfAbsent(stage.refId(), stage);
      if (other != null) {
        error(
            stage.index(),
            ".refId",
            "%s has the refId %s, which %s already has."
                .formatted(named(stage), stage.refId(), named(other)),
            "Give it a refId of its own and name that where other stages wait for it.");
      }
    }
  }

  private void references() {
    for (StageDefinition stage : stages) {
      for (int i = 0; i < stage.requisites().size(); i++) {
        String refId = stage.requisites().get(i);
        if (!byRefId.containsKey(refId)) {
          error(
              stage.index(),
              ".requisiteStageRefIds[" + i + "]",
              "%s waits for a stage with the refId %s, and there is none."
                  .formatted(named(stage), refId),
              "Remove the reference, or name the refId of an existing stage.");
        }
      }
    }
  }

  private void cycles() {
    for (List<String> cycle : Graph.of(stages).cycles()) {
      StageDefinition first = stage(cycle.getFirst());
      List<String> names =
          cycle.stream().limit(NAMED_AT_MOST).map(refId -> named(stage(refId))).toList();
      error(
          first.index(),
          ".requisiteStageRefIds",
          cycle.size() == 1
              ? named(first) + " waits for itself."
              : "These stages wait for each other and would never start: %s → %s."
                  .formatted(
                      String.join(" → ", names),
                      cycle.size() > NAMED_AT_MOST
                          ? "… (%d stages)".formatted(cycle.size())
                          : names.getFirst()),
          "Remove one of these connections.");
    }
  }

  private StageDefinition stage(String refId) {
    return java.util.Objects.requireNonNull(byRefId.get(refId));
  }

  /** Quoted and never longer than a line. */
  private static String named(StageDefinition stage) {
    String name = stage.name().isBlank() ? stage.refId() : stage.name();
    return "\"" + (name.length() > 60 ? name.substring(0, 59) + "…" : name) + "\"";
  }

  private void error(int index, String path, String message, String fix) {
    problems.add(Problem.error("$.stages[" + index + "]" + path, message, fix));
  }
}

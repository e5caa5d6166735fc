package dev.gennaker.execution;

import dev.gennaker.pipeline.DocumentCheck;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Windows and retry policies, looked at when a pipeline is saved. */
@Component
class HoldingCheck implements DocumentCheck {

  @Override
  public List<Problem> check(ObjectNode document) {
    List<Problem> problems = new ArrayList<>();
    for (StageDefinition stage : Documents.stages(document)) {
      List<Problem> found = new ArrayList<>(policy(stage.settings().get(RetryPolicy.KEY)));
      if ("true".equalsIgnoreCase(String.valueOf(stage.settings().get(Holding.SWITCH)))) {
        found.addAll(window(stage.settings().get(Holding.WINDOW)));
      }
      found.forEach(
          problem -> problems.add(problem.below("$.stages[%d]".formatted(stage.index()))));
    }
    return problems;
  }

  private static List<Problem> policy(@Nullable Object written) {
    List<Problem> found = new ArrayList<>();
    switch (written) {
      case null -> {}
      case Map<?, ?> map -> {
        if (!hasExpression(map)) {
          RetryPolicy.read(map, found);
        }
      }
      default ->
          found.add(
              Problem.error(
                  "$",
                  "A retry policy must be an object.",
                  "Write maxAttempts and delayMs in it."));
    }
    return below(RetryPolicy.KEY, found);
  }

  private static List<Problem> window(@Nullable Object written) {
    List<Problem> found = new ArrayList<>();
    if (!(written instanceof Map<?, ?> map)) {
      found.add(
          Problem.error(
              "$",
              "The window is switched on, but there is none.",
              "Set days or hours, or switch it off."));
    } else if (!hasExpression(map)) {
      ExecutionWindow window = ExecutionWindow.read(map, ZoneOffset.UTC, found);
      if (found.isEmpty() && window.opening(Instant.EPOCH).isEmpty()) {
        found.add(Problem.error("$", "The window never opens.", "Set other hours or days."));
      }
    }
    return below(Holding.WINDOW, found);
  }

  private static List<Problem> below(String key, List<Problem> found) {
    return found.stream().map(problem -> problem.below("$." + key)).toList();
  }

  private static boolean hasExpression(Map<?, ?> map) {
    return map.toString().contains("${");
  }
}

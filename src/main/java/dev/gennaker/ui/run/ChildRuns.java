package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs that stages of a run wait for, as far as the one who looks may see them. */
final class ChildRuns {

  private static final String ID = "executionId";

  private final Executions executions;
  private final Judgments judgments;
  private final Actor actor;
  private final Set<String> followed = new HashSet<>();

  ChildRuns(Executions executions, Judgments judgments, Actor actor) {
    this.executions = executions;
    this.judgments = judgments;
    this.actor = actor;
  }

  /** The run a stage has started; empty for a stage that starts none. */
  static Optional<String> of(StageState stage) {
    return java.util.stream.Stream.of(
            stage.waiting() == null ? Map.<String, Object>of() : stage.waiting().evidence(),
            stage.failure() == null ? Map.<String, Object>of() : stage.failure().evidence(),
            stage.outputs())
        .map(facts -> facts.get(ID))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  /** The first judgment that waits in the run a stage waits for, or in one that run waits for. */
  Optional<Judgment> waiting(StageState stage) {
    return stage.startedAt() == null || stage.status().isComplete()
        ? Optional.empty()
        : of(stage).flatMap(this::waitingIn);
  }

  /** Ids of the runs looked into so far. */
  Set<String> followed() {
    return Set.copyOf(followed);
  }

  private Optional<Judgment> waitingIn(String executionId) {
    if (!followed.add(executionId)) {
      return Optional.empty();
    }
    List<StageState> running =
        find(executionId).map(Execution::stages).orElse(List.of()).stream()
            .filter(stage -> stage.startedAt() != null && !stage.status().isComplete())
            .toList();
    for (StageState stage : running) {
      Optional<Judgment> found =
          Standing.isJudgment(stage)
              ? judgments.of(executionId, stage.id(), actor).filter(ChildRuns::isOpen)
              : waiting(stage);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Execution> find(String executionId) {
    try {
      return executions.find(executionId, actor);
    } catch (NotPermitted e) {
      return Optional.empty();
    }
  }

  static boolean isOpen(Judgment judgment) {
    @Nullable Object answered = judgment.verdict();
    return answered == null && judgment.withdrawnAt() == null;
  }
}

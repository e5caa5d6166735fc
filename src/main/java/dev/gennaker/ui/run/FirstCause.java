package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The first stage that failed by itself; what failed because of it is only its cascade. */
final class FirstCause {

  private FirstCause() {}

  static Optional<StageState> in(Execution execution) {
    return execution.stages().stream()
        .filter(stage -> stage.failure() != null && stage.status().isComplete())
        .filter(stage -> noChildFailed(execution, stage))
        .min(Comparator.comparing(FirstCause::endedAt));
  }

  private static boolean noChildFailed(Execution execution, StageState stage) {
    return execution.children(stage.id()).stream().allMatch(child -> child.failure() == null);
  }

  private static Instant endedAt(StageState stage) {
    Instant ended = stage.endedAt();
    return ended == null ? Instant.MAX : ended;
  }
}

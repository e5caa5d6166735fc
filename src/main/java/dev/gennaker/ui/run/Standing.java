package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.kit.Status;

/** How a stage stands in its run, as one shape and one word. */
final class Standing {

  private Standing() {}

  /**
   * @param needsYou whether the one who looks may give the answer it waits for
   */
  static Status of(StageState stage, Execution execution, boolean needsYou) {
    if (stage.status() == ExecutionStatus.NOT_STARTED) {
      return execution.status().isComplete()
          ? Status.NOT_REACHED
          : isHeld(stage) ? Status.HELD : Status.TODO;
    }
    return Status.of(stage.status(), isJudgment(stage), needsYou);
  }

  /** What the shape alone does not tell. */
  static String word(StageState stage, Status status) {
    return switch (stage.status()) {
      case BUFFERED, PAUSED, SUSPENDED -> "Paused";
      case RUNNING -> status == Status.HELD ? "Waiting for a person" : status.word();
      // What a failed child means is its parent's to say: it may go back because of it.
      case FAILED_CONTINUE -> stage.parentId() == null ? "Failed, ignored" : "Failed";
      case STOPPED -> "Failed, branch stopped";
      case CANCELED -> "Cancelled";
      case NOT_STARTED ->
          status != Status.HELD
              ? status.word()
              : stage.failure() == null ? "Waiting to start" : "Waiting to try again";
      case SUCCEEDED, SKIPPED, TERMINAL -> status.word();
    };
  }

  /** Whether it may start but waits, for its window or for another attempt. */
  static boolean isHeld(StageState stage) {
    return stage.status() == ExecutionStatus.NOT_STARTED && stage.waiting() != null;
  }

  /** Whether it is a person's decision that ends it. */
  static boolean isJudgment(StageState stage) {
    return stage.type().equals("manualJudgment");
  }
}

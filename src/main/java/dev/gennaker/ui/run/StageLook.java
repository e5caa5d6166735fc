package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.graph.StageStatus;

/** How a stage's status looks and reads: one shape, one tone, one word. */
record StageLook(StageStatus status, String shape, String tone, String word) {

  /**
   * @param needsYou whether the one who looks may give the answer it waits for
   */
  static StageLook of(StageState stage, Execution execution, boolean needsYou) {
    return switch (stage.status()) {
      case NOT_STARTED ->
          execution.status().isComplete()
              ? new StageLook(StageStatus.NOT_REACHED, "dash", "off", "Not reached")
              : new StageLook(StageStatus.TODO, "todo", "off", "Not started");
      case BUFFERED, PAUSED, SUSPENDED -> new StageLook(StageStatus.HELD, "hold", "wait", "Paused");
      case RUNNING -> running(stage, needsYou);
      case SUCCEEDED -> new StageLook(StageStatus.SUCCEEDED, "ok", "ok", "Succeeded");
      case SKIPPED -> new StageLook(StageStatus.SKIPPED, "skip", "off", "Skipped");
      case FAILED_CONTINUE -> new StageLook(StageStatus.FAILED, "fail", "fail", "Failed, ignored");
      case STOPPED -> new StageLook(StageStatus.FAILED, "fail", "fail", "Failed, branch stopped");
      case CANCELED -> new StageLook(StageStatus.STOPPED, "stop", "off", "Cancelled");
      case TERMINAL -> new StageLook(StageStatus.FAILED, "fail", "fail", "Failed");
    };
  }

  private static StageLook running(StageState stage, boolean needsYou) {
    if (needsYou) {
      return new StageLook(StageStatus.NEEDS_YOU, "wait", "sail", "Waiting for you");
    }
    return isJudgment(stage)
        ? new StageLook(StageStatus.HELD, "hold", "wait", "Waiting for a person")
        : new StageLook(StageStatus.RUNNING, "run", "run", "Running");
  }

  /** Whether it is a person's decision that ends it. */
  static boolean isJudgment(StageState stage) {
    return stage.type().equals("manualJudgment");
  }

  /** The look of a whole execution. */
  static StageLook of(ExecutionStatus status) {
    return switch (status) {
      case NOT_STARTED, BUFFERED -> new StageLook(StageStatus.TODO, "todo", "off", "Not started");
      case PAUSED, SUSPENDED -> new StageLook(StageStatus.HELD, "hold", "wait", "Paused");
      case RUNNING -> new StageLook(StageStatus.RUNNING, "run", "run", "Running");
      case SUCCEEDED, SKIPPED -> new StageLook(StageStatus.SUCCEEDED, "ok", "ok", "Succeeded");
      case CANCELED -> new StageLook(StageStatus.STOPPED, "stop", "off", "Cancelled");
      case FAILED_CONTINUE, STOPPED, TERMINAL ->
          new StageLook(StageStatus.FAILED, "fail", "fail", "Failed");
    };
  }
}

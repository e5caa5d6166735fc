package dev.gennaker.execution;

import org.jspecify.annotations.Nullable;

/** What the engine is to do next, as the {@link Interpreter} decides it. */
sealed interface Move {

  /** Ask for leave to run; other runs of the same pipeline may be in the way. */
  record Begin() implements Move {}

  /** Start a stage, or look at a running one again. */
  record Look(String stageId) implements Move {}

  /** Stop what a running stage does outside, then let it end with the status. */
  record Stop(String stageId, ExecutionStatus status, @Nullable Failure failure, String reason)
      implements Move {}

  /** Something is so, without doing anything. */
  record Note(ExecutionEvent event) implements Move {}
}

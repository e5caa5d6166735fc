package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.security.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link StageState} with what only the engine needs.
 *
 * @param due when it is to be looked at next, or may start; null while only a signal wakes it
 * @param deadline when it times out; null while it does not run
 * @param expandedAt since when its children run; null when none do
 * @param needsPerson whether it waits for a person
 * @param signalCount how often it was signalled in this attempt
 * @param lastSignalBy who signalled it last in this attempt
 * @param retries how often it tried again since it was first started or restarted
 * @param past it halted before a restart of another stage: it counts at the end, but stops nothing
 */
record RunStage(
    StageState state,
    PlannedStage plan,
    @Nullable Instant due,
    @Nullable Instant deadline,
    @Nullable Instant expandedAt,
    boolean needsPerson,
    int signalCount,
    @Nullable Actor lastSignalBy,
    int retries,
    boolean past) {

  String id() {
    return plan.id();
  }

  ExecutionStatus status() {
    return state.status();
  }

  boolean isRunning() {
    return status() == ExecutionStatus.RUNNING;
  }

  /** Whether it may start but has to wait: for its window, or before another attempt. */
  boolean isHeld() {
    return status() == ExecutionStatus.NOT_STARTED && due != null;
  }

  boolean isTopLevel() {
    return plan.parentId() == null;
  }

  /** A flag of its settings; Spinnaker's documents write flags as text now and then. */
  boolean flag(String key, boolean otherwise) {
    Object value = state.context().get(key);
    return value == null ? otherwise : Boolean.parseBoolean(String.valueOf(value));
  }

  /** Whether its own settings say how long it may take. */
  boolean hasOwnTimeout() {
    return state.context().get("stageTimeoutMs") != null;
  }
}

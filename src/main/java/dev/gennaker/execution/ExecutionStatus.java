package dev.gennaker.execution;

/** Spinnaker's statuses of executions and stages, by their wire names. */
public enum ExecutionStatus {
  NOT_STARTED(false, false),
  BUFFERED(false, false),
  RUNNING(false, false),
  PAUSED(false, false),
  SUSPENDED(false, false),
  SUCCEEDED(true, false),
  SKIPPED(true, false),
  FAILED_CONTINUE(true, false),
  STOPPED(true, true),
  CANCELED(true, true),
  TERMINAL(true, true);

  private final boolean complete;
  private final boolean halts;

  ExecutionStatus(boolean complete, boolean halts) {
    this.complete = complete;
    this.halts = halts;
  }

  /** Whether it is over. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether nothing downstream of a stage in this status starts. */
  public boolean halts() {
    return halts;
  }

  /** Whether downstream may go on. */
  public boolean letsDownstreamRun() {
    return this == SUCCEEDED || this == SKIPPED || this == FAILED_CONTINUE;
  }
}

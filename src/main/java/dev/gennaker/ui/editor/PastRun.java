package dev.gennaker.ui.editor;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;

/** A run one can preview against. */
record PastRun(String id, ExecutionStatus status, Instant at, String startedBy) {

  static PastRun of(ExecutionHeader run) {
    return new PastRun(run.id(), run.status(), run.createdAt(), run.startedBy());
  }

  static PastRun of(Execution run) {
    return new PastRun(run.id(), run.status(), run.createdAt(), run.startedBy());
  }

  /** What tells it from others: {@code Succeeded, 5 min ago, by dev}. */
  String label(Instant now) {
    return "%s, %s ago, by %s"
        .formatted(Status.wordOf(status), Words.age(Duration.between(at, now)), startedBy);
  }
}

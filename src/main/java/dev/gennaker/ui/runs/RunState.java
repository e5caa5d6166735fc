package dev.gennaker.ui.runs;

import dev.gennaker.execution.ExecutionStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people filter runs by. */
enum RunState {
  RUNNING("Running", Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PAUSED)),
  QUEUED("Queued", Set.of(ExecutionStatus.NOT_STARTED, ExecutionStatus.BUFFERED)),
  SUCCEEDED("Succeeded", Set.of(ExecutionStatus.SUCCEEDED)),
  FAILED("Failed", Set.of(ExecutionStatus.TERMINAL, ExecutionStatus.STOPPED)),
  CANCELLED("Cancelled", Set.of(ExecutionStatus.CANCELED));

  private final String label;
  private final Set<ExecutionStatus> statuses;

  RunState(String label, Set<ExecutionStatus> statuses) {
    this.label = label;
    this.statuses = statuses;
  }

  String label() {
    return label;
  }

  Set<ExecutionStatus> statuses() {
    return statuses;
  }

  /** As it stands in the address. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RunState> named(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
  }
}

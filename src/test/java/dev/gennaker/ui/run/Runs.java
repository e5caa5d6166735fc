package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executions as a reader of the run view meets them. */
final class Runs {

  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Runs() {}

  static Execution run(ExecutionStatus status, StageState... stages) {
    return new Execution(
        "01RUN",
        Execution.Kind.PIPELINE,
        "shop",
        "Release web",
        "p1",
        4,
        status,
        START,
        START,
        status.isComplete() ? START.plusSeconds(100) : null,
        Map.of("type", "manual"),
        "dev",
        "",
        null,
        "",
        List.of(stages),
        1);
  }

  static StageState stage(String refId, ExecutionStatus status, String... after) {
    return stage(refId, "wait", null, status, null, after);
  }

  static StageState failed(String refId, @Nullable String parent, long endedAt, String... after) {
    StageState stage =
        stage(
            refId,
            "wait",
            parent,
            ExecutionStatus.TERMINAL,
            new Failure("no: " + refId, true, Map.of()),
            after);
    return ended(stage, START.plusSeconds(endedAt));
  }

  static StageState stage(
      String refId,
      String type,
      @Nullable String parent,
      ExecutionStatus status,
      @Nullable Failure failure,
      String... after) {
    boolean started = status != ExecutionStatus.NOT_STARTED;
    return new StageState(
        "id-" + refId,
        refId,
        type,
        "Stage " + refId,
        parent == null ? null : "id-" + parent,
        List.of(after),
        status,
        started ? START.plusSeconds(1) : null,
        status.isComplete() ? START.plusSeconds(50) : null,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        failure,
        "",
        started ? 1 : 0);
  }

  private static StageState ended(StageState s, Instant at) {
    return new StageState(
        s.id(),
        s.refId(),
        s.type(),
        s.name(),
        s.parentId(),
        s.requisites(),
        s.status(),
        s.startedAt(),
        at,
        s.written(),
        s.context(),
        s.outputs(),
        s.memory(),
        s.signals(),
        s.waiting(),
        s.failure(),
        s.reason(),
        s.attempt());
  }
}

package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens when a stage may start: its condition, its expressions, its time limit. */
@Component
class Preparation {

  private final StageCatalog catalog;

  Preparation(StageCatalog catalog) {
    this.catalog = catalog;
  }

  ExecutionEvent start(Run run, RunStage stage, Instant now) {
    Optional<StageType<?>> type = catalog.find(stage.plan().type());
    if (type.isEmpty()) {
      Outcome.Failed unknown = unknown(stage);
      return failed(stage, new Failure(unknown.reason(), false, Map.of()), now);
    }
    Map<String, Object> context = stage.state().written();
    Duration limit = timeout(run, stage, context).orElseGet(() -> type.get().timeout());
    return new StageStarted(now, stage.id(), stage.state().attempt() + 1, context, now.plus(limit));
  }

  static Outcome.Failed unknown(RunStage stage) {
    return new Outcome.Failed(
        "Nothing here knows stages of type %s; choose another type or add what brings it"
            .formatted(stage.plan().type()),
        false,
        Map.of());
  }

  private static StageEnded failed(RunStage stage, Failure failure, Instant now) {
    return new StageEnded(now, stage.id(), Rules.failed(stage), Map.of(), failure, "");
  }

  /** The nearest {@code stageTimeoutMs}, its own or that of a stage it is a child of. */
  private static Optional<Duration> timeout(Run run, RunStage stage, Map<String, Object> context) {
    @Nullable Object written = context.get("stageTimeoutMs");
    @Nullable String parentId = stage.plan().parentId();
    while (written == null && parentId != null) {
      RunStage parent = run.stage(parentId);
      written = parent.state().context().get("stageTimeoutMs");
      parentId = parent.plan().parentId();
    }
    try {
      return written == null
          ? Optional.empty()
          : Optional.of(
              Duration.ofMillis(new java.math.BigDecimal(written.toString()).longValue()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

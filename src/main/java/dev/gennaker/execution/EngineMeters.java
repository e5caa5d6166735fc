package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Ended;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageRetried;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts what the engine did, as {@code gennaker.*}. Nothing is read for it, and nobody can make
 * more series than there are stage types and statuses.
 */
@Component
class EngineMeters {

  private final MeterRegistry registry;
  private final StageCatalog catalog;

  EngineMeters(ObjectProvider<MeterRegistry> registries, StageCatalog catalog) {
    this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
    this.catalog = catalog;
  }

  MeterRegistry registry() {
    return registry;
  }

  /**
   * @param run after these events were committed
   */
  void count(Run run, List<ExecutionEvent> events) {
    String kind = run.created().kind().name().toLowerCase(Locale.ROOT);
    for (ExecutionEvent event : events) {
      if (event instanceof StageEnded ended) {
        RunStage stage = run.stages().get(ended.stageId());
        if (stage != null) {
          timer("gennaker.stages", "type", type(stage), "status", ended.status())
              .record(between(stage.state().startedAt(), ended.at()));
        }
      } else if (event instanceof StageRetried retried) {
        RunStage stage = run.stages().get(retried.stageId());
        if (stage != null) {
          registry.counter("gennaker.stages.retried", "type", type(stage)).increment();
        }
      } else if (event instanceof Created) {
        registry.counter("gennaker.executions.created", "kind", kind).increment();
      } else if (event instanceof Ended ended) {
        timer("gennaker.executions", "kind", kind, "status", ended.status())
            .record(between(run.startedAt(), ended.at()));
      }
    }
  }

  private Timer timer(
      String name, String key, String value, String statusKey, ExecutionStatus status) {
    return registry.timer(name, key, value, statusKey, status.name().toLowerCase(Locale.ROOT));
  }

  /** What authors write as a type may be anything. */
  private String type(RunStage stage) {
    return catalog.find(stage.plan().type()).map(StageType::type).orElse("unknown");
  }

  private static Duration between(@Nullable Instant since, Instant until) {
    return since == null || until.isBefore(since) ? Duration.ZERO : Duration.between(since, until);
  }
}

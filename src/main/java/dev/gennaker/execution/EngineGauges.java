package dev.gennaker.execution;

import dev.gennaker.nodes.Database;
import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@link EngineFigures} as gauges. Whoever reads them, and however many at once: one query in ten
 * seconds; none while nobody does. Not a number while the database does not answer.
 */
@Component
class EngineGauges {

  private static final Logger LOG = LoggerFactory.getLogger(EngineGauges.class);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final QueueRows rows;
  private final Clock clock;
  private @Nullable Instant readAt;
  private @Nullable EngineFigures figures;

  EngineGauges(EngineMeters meters, QueueRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    gauge(meters, "executions.active", "Executions that are not over", EngineFigures::active);
    gauge(meters, "executions.waiting", "Executions that wait for something", f -> f.waiting());
    gauge(meters, "executions.due", "Due executions nobody works on yet", EngineFigures::due);
    gauge(meters, "executions.worked.on", "Executions a node works on", EngineFigures::workedOn);
    gauge(meters, "queue.overdue.seconds", "How long the longest is due", this::overdue);
  }

  private void gauge(
      EngineMeters meters, String name, String words, ToDoubleFunction<EngineFigures> value) {
    Gauge.builder("gennaker." + name, this, gauges -> gauges.value(value))
        .description(words)
        .register(meters.registry());
  }

  private double overdue(EngineFigures figures) {
    Instant since = figures.dueSince();
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0;
  }

  private synchronized double value(ToDoubleFunction<EngineFigures> value) {
    Instant now = clock.instant();
    if (readAt == null || Duration.between(readAt, now).compareTo(FRESH) >= 0) {
      readAt = now;
      figures = read();
    }
    return figures == null ? Double.NaN : value.applyAsDouble(figures);
  }

  private @Nullable EngineFigures read() {
    try {
      return rows.figures();
    } catch (RuntimeException e) {
      if (Database.didNotAnswer(e)) {
        LOG.debug("The database did not answer the gauges", e);
      } else {
        LOG.warn("The figures of the engine could not be read", e);
      }
      return null;
    }
  }
}

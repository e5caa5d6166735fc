package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens when a stage may start: its condition, its expressions, its time limit. */
@Component
class Preparation {

  private static final int TOLD = 5;
  private static final BigDecimal LONGEST = new BigDecimal(Duration.ofDays(3660).toMillis());

  private final StageCatalog catalog;
  private final Outsides outsides;
  private final ZoneId timeZone;

  Preparation(StageCatalog catalog, Outsides outsides, EngineSettings settings) {
    this.catalog = catalog;
    this.outsides = outsides;
    this.timeZone = settings.timeZone();
  }

  ExecutionEvent start(Run run, RunStage stage, Instant now) {
    Optional<StageType<?>> type = catalog.find(stage.plan().type());
    if (type.isEmpty()) {
      Outcome.Failed unknown = unknown(stage);
      return failed(stage, new Failure(unknown.reason(), false, Map.of()), now);
    }
    StageScope scope =
        new StageScope(run, stage, new ExecutionFunctions(run, stage, outsides.of(run), now));
    Optional<StageEnded> skipped = skipped(run, stage, scope, now);
    if (skipped.isPresent()) {
      return skipped.get();
    }
    Optional<ExecutionEvent> held = holding(run, stage, scope, now);
    if (held.isPresent()) {
      return held.get();
    }
    Map<String, Object> context = scope.evaluate();
    if (!scope.failures().isEmpty()) {
      return failed(stage, unevaluable(scope.failures()), now);
    }
    Duration limit = timeout(run, stage, context).orElseGet(() -> type.get().timeout());
    return new StageStarted(now, stage.id(), stage.state().attempt() + 1, context, now.plus(limit));
  }

  /** What cannot be evaluated is told with everything else that cannot. */
  private Optional<ExecutionEvent> holding(Run run, RunStage stage, StageScope scope, Instant now) {
    Optional<StageEnded> expired = Holding.expired(stage, scope, now);
    Optional<ExecutionEvent> held =
        expired.isPresent()
            ? expired.map(ExecutionEvent.class::cast)
            : Holding.hold(run, stage, scope, timeZone, now);
    return scope.failures().isEmpty() ? held : Optional.empty();
  }

  static Outcome.Failed unknown(RunStage stage) {
    return new Outcome.Failed(
        "Nothing here knows stages of type %s; choose another type or add what brings it"
            .formatted(stage.plan().type()),
        false,
        Map.of());
  }

  /** The condition of a pipeline's stage; one without a value counts as false. */
  private static Optional<StageEnded> skipped(
      Run run, RunStage stage, StageScope scope, Instant now) {
    if (!stage.isTopLevel()
        || run.created().kind() != Execution.Kind.PIPELINE
        || !(stage.state().written().get("stageEnabled") instanceof Map<?, ?> condition)
        || !(condition.get("expression") instanceof String expression)
        || expression.isBlank()) {
      return Optional.empty();
    }
    try {
      return scope.test(expression)
          ? Optional.empty()
          : Optional.of(skipped(stage, "Its condition is false: " + expression, now));
    } catch (ExpressionFailed failed) {
      String why = "Its condition has no value and counts as false: %s. %s";
      return Optional.of(skipped(stage, why.formatted(expression, failed.getMessage()), now));
    }
  }

  private static StageEnded skipped(RunStage stage, String reason, Instant now) {
    return new StageEnded(now, stage.id(), ExecutionStatus.SKIPPED, Map.of(), null, reason);
  }

  private static Failure unevaluable(List<StageScope.Failed> failures) {
    StageScope.Failed first = failures.getFirst();
    String more = failures.size() == 1 ? "" : " (and %d more)".formatted(failures.size() - 1);
    String reason =
        "%s has no value: ${%s}: %s%s"
            .formatted(first.path(), first.why().expression(), first.why().getMessage(), more);
    List<Map<String, Object>> told =
        failures.stream()
            .limit(TOLD)
            .map(
                failed ->
                    Map.<String, Object>of(
                        "path", failed.path(),
                        "expression", failed.why().expression(),
                        "part", failed.why().part(),
                        "reason", String.valueOf(failed.why().getMessage()),
                        "known", failed.why().values()))
            .toList();
    return new Failure(reason, false, Map.of("expressions", told));
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
          : Optional.of(limit(new BigDecimal(written.toString())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Absurd limits are brought to what a clock can count. */
  private static Duration limit(BigDecimal millis) {
    return Duration.ofMillis(millis.max(BigDecimal.ZERO).min(LONGEST).longValue());
  }
}

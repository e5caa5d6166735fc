package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageHeld;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.Waiting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a stage that may start has to wait for its window, or is too late. */
final class Holding {

  static final String SWITCH = "restrictExecutionDuringTimeWindow";
  static final String WINDOW = "restrictedExecutionWindow";
  static final String EXPIRY = "startTimeExpiry";

  /** Where the event of holding keeps until when, to tell it from other waits. */
  private static final String UNTIL = "until";

  private Holding() {}

  /** A stage that may only start before some time, in ms since 1970, is skipped after it. */
  static Optional<StageEnded> expired(RunStage stage, StageScope scope, Instant now) {
    return millis(scope.setting(EXPIRY))
        .filter(now::isAfter)
        .map(
            until ->
                new StageEnded(
                    now,
                    stage.id(),
                    ExecutionStatus.SKIPPED,
                    Map.of(),
                    null,
                    "It was to start before " + until + ", its start time expiry"));
  }

  /** Empty where it may start now. */
  static Optional<ExecutionEvent> hold(
      Run run, RunStage stage, StageScope scope, ZoneId usual, Instant now) {
    if (!Boolean.parseBoolean(String.valueOf(scope.setting(SWITCH)))
        || !(scope.setting(WINDOW) instanceof Map<?, ?> written)
        || Boolean.parseBoolean(String.valueOf(stage.state().signals().get("skipRemainingWait")))) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    ExecutionWindow window = ExecutionWindow.read(written, usual, problems);
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      return Optional.of(
          failed(
              stage,
              "Its window cannot be used: %s: %s %s"
                  .formatted(first.path(), first.message(), first.fix()),
              now));
    }
    boolean manual = "manual".equals(run.created().trigger().get("type"));
    Duration delay = window.delay(stage.id(), stage.state().attempt(), manual);
    Instant promised = promised(stage);
    if (promised != null && !promised.isAfter(now) && window.open(now.minus(delay))) {
      return Optional.empty();
    }
    Optional<Instant> opening =
        promised != null && promised.isAfter(now)
            ? Optional.of(promised)
            : window.opening(now).map(at -> at.plus(delay));
    if (opening.isEmpty()) {
      return Optional.of(
          failed(stage, "Its window never opens: " + window.words() + "; set hours or days", now));
    }
    return opening.filter(at -> at.isAfter(now)).map(at -> held(stage, window, at, now));
  }

  private static StageHeld held(
      RunStage stage, ExecutionWindow window, Instant until, Instant now) {
    String reason =
        "May start in its window, %s, at %s".formatted(window.words(), at(window, until));
    return new StageHeld(
        now, stage.id(), new Waiting(reason, null, Map.of(UNTIL, until.toString())), until);
  }

  private static String at(ExecutionWindow window, Instant until) {
    return until.atZone(window.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ');
  }

  private static StageEnded failed(RunStage stage, String reason, Instant now) {
    return new StageEnded(
        now, stage.id(), Rules.failed(stage), Map.of(), new Failure(reason, false, Map.of()), "");
  }

  private static @Nullable Instant promised(RunStage stage) {
    Waiting waiting = stage.state().waiting();
    return waiting != null && waiting.evidence().get(UNTIL) instanceof String until
        ? Instant.parse(until)
        : null;
  }

  private static Optional<Instant> millis(@Nullable Object value) {
    try {
      return value == null || value.toString().isBlank()
          ? Optional.empty()
          : Optional.of(
              Instant.ofEpochMilli(new java.math.BigDecimal(value.toString()).longValue()));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}

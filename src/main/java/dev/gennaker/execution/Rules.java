package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.FAILED_CONTINUE;
import static dev.gennaker.execution.ExecutionStatus.NOT_STARTED;
import static dev.gennaker.execution.ExecutionStatus.STOPPED;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageRetried;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The single rules the {@link Interpreter} combines; each is a table in the documentation. */
final class Rules {

  private Rules() {}

  /** A stage may start when each stage it waits for is there and lets downstream run. */
  static boolean mayStart(RunStage stage, Map<String, RunStage> byRefId) {
    for (String refId : stage.plan().requisites()) {
      RunStage requisite = byRefId.get(refId);
      if (requisite == null || !requisite.status().letsDownstreamRun()) {
        return false;
      }
    }
    return true;
  }

  /** The status of a stage that failed, by its own failure mode. */
  static ExecutionStatus failed(RunStage stage) {
    if (stage.plan().mayFail() || stage.flag("continuePipeline", false)) {
      return FAILED_CONTINUE;
    }
    return stage.flag("failPipeline", true) ? TERMINAL : STOPPED;
  }

  /** The same, or another attempt where the stage's retry policy grants one. */
  static ExecutionEvent orRetry(RunStage stage, StageEnded ended, Instant now) {
    Failure failure = ended.failure();
    RetryPolicy policy = RetryPolicy.of(stage.state().context()).orElse(null);
    int made = stage.retries() + 1;
    if (failure == null
        || policy == null
        || ended.status() == CANCELED
        || !policy.triesAgain(made, failure)) {
      return ended;
    }
    Duration delay = policy.delayAfter(made);
    String reason =
        "Tries again in %s, attempt %d of %d: %s"
            .formatted(words(delay), made + 1, policy.attempts(), failure.reason());
    return new StageRetried(now, stage.id(), failure, Waiting.on(reason), now.plus(delay));
  }

  /** How it ends when none of these stages runs or may start any more. */
  static ExecutionStatus result(List<RunStage> stages) {
    if (stages.isEmpty() || any(stages, TERMINAL)) {
      return TERMINAL;
    }
    if (any(stages, CANCELED)) {
      return CANCELED;
    }
    if (any(stages, STOPPED)) {
      boolean fails =
          stages.stream()
              .filter(stage -> stage.status() == STOPPED)
              .anyMatch(stage -> stage.flag("completeOtherBranchesThenFail", false));
      return fails ? TERMINAL : SUCCEEDED;
    }
    return any(stages, NOT_STARTED) ? TERMINAL : SUCCEEDED;
  }

  /** How a stage ends whose children cannot go on. */
  static ExecutionStatus closed(RunStage parent, List<RunStage> children) {
    if (any(children, TERMINAL)) {
      return failed(parent);
    }
    if (any(children, STOPPED)) {
      return STOPPED;
    }
    return any(children, CANCELED) ? CANCELED : failed(parent);
  }

  /** How a stage ends that says it is done; ignored failures of its children are remembered. */
  static ExecutionStatus done(List<RunStage> children) {
    return children.stream().anyMatch(c -> c.status() == FAILED_CONTINUE && !c.plan().mayFail())
        ? FAILED_CONTINUE
        : SUCCEEDED;
  }

  /** One sentence on why it ends so; empty when it simply succeeded. */
  static String why(List<RunStage> stages, ExecutionStatus result) {
    if (stages.isEmpty()) {
      return "It has no stages";
    }
    for (ExecutionStatus culprit : List.of(TERMINAL, CANCELED, STOPPED)) {
      Optional<RunStage> stage = stages.stream().filter(s -> s.status() == culprit).findFirst();
      if (stage.isPresent()) {
        return sentence(stage.get());
      }
    }
    return result == SUCCEEDED
        ? ""
        : stages.stream()
            .filter(stage -> stage.status() == NOT_STARTED)
            .findFirst()
            .map(s -> s.plan().name() + " could never start: it waits for " + s.plan().requisites())
            .orElse("");
  }

  private static String sentence(RunStage stage) {
    Failure failure = stage.state().failure();
    return failure != null
        ? stage.plan().name() + ": " + failure.reason()
        : stage.plan().name() + (stage.status() == CANCELED ? " was cancelled" : " failed");
  }

  static boolean isTimedOut(RunStage stage, Instant now) {
    Instant deadline = stage.deadline();
    return deadline != null
        && !deadline.isAfter(now)
        && (stage.expandedAt() == null || stage.hasOwnTimeout());
  }

  static Failure timeout(RunStage stage) {
    Instant from = stage.state().startedAt();
    Instant to = stage.deadline();
    String after = from == null || to == null ? "" : " after " + words(Duration.between(from, to));
    String waited =
        stage.state().waiting() == null
            ? ""
            : "; it was waiting: " + stage.state().waiting().reason();
    return new Failure("Timed out" + after + waited, true, Map.of());
  }

  static String skipReason(RunStage stage) {
    Object reason = stage.state().signals().get("reason");
    String by = stage.lastSignalBy() == null ? "somebody" : stage.lastSignalBy().name();
    return "Skipped by " + by + (reason == null ? "" : ": " + reason);
  }

  static Map<String, RunStage> byRefId(List<RunStage> siblings) {
    Map<String, RunStage> byRefId = new HashMap<>();
    siblings.forEach(stage -> byRefId.put(stage.plan().refId(), stage));
    return byRefId;
  }

  /** "3 d", "2 h 5 min", "30 s", in at most two units. */
  static String words(@Nullable Duration duration) {
    if (duration == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    long[] parts = {
      duration.toDaysPart(),
      duration.toHoursPart(),
      duration.toMinutesPart(),
      duration.toSecondsPart()
    };
    String[] units = {" d", " h", " min", " s"};
    int used = 0;
    for (int i = 0; i < parts.length && used < 2; i++) {
      if (parts[i] > 0) {
        words.append(used++ == 0 ? "" : " ").append(parts[i]).append(units[i]);
      }
    }
    return used == 0 ? duration.toMillis() + " ms" : words.toString();
  }

  private static boolean any(List<RunStage> stages, ExecutionStatus status) {
    return stages.stream().anyMatch(stage -> stage.status() == status);
  }
}

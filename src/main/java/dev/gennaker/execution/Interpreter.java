package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.NOT_STARTED;
import static dev.gennaker.execution.ExecutionStatus.PAUSED;
import static dev.gennaker.execution.ExecutionStatus.SKIPPED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;

import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Ended;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next in an execution: the only policy, without any effect of its own. Its
 * rules are the tables of {@code docs/engine-rules.md}.
 */
final class Interpreter {

  private final Run run;
  private final Instant now;
  private final List<Move> moves = new ArrayList<>();

  private Interpreter(Run run, Instant now) {
    this.run = run;
    this.now = now;
  }

  /** What to do now; moves already under way are named again until their events are there. */
  static List<Move> decide(Run run, Instant now) {
    Interpreter interpreter = new Interpreter(run, now);
    interpreter.decide();
    return interpreter.moves;
  }

  /**
   * When to look next at the latest, if nothing happens before; empty when only a signal counts.
   */
  static Optional<Instant> next(Run run) {
    if (run.status() == PAUSED) {
      return Optional.empty();
    }
    @Nullable Instant next = run.status() == NOT_STARTED ? run.created().limits().startBy() : null;
    for (RunStage stage : run.stages().values()) {
      if (stage.isHeld()) {
        next = earlier(next, stage.due());
      } else if (stage.isRunning()) {
        next = earlier(next, stage.due());
        if (stage.expandedAt() == null || stage.hasOwnTimeout()) {
          next = earlier(next, stage.deadline());
        }
      }
    }
    return Optional.ofNullable(next);
  }

  private void decide() {
    if (run.isOver()) {
      return;
    }
    if (run.isCanceled()) {
      stopAllThenEnd(CANCELED, run.cancelReason());
    } else if (run.status() == NOT_STARTED) {
      begin();
    } else if (run.status() != PAUSED) {
      Optional<RunStage> halting =
          run.topLevel().stream()
              .filter(stage -> !stage.past())
              .filter(stage -> stage.status() == TERMINAL || stage.status() == CANCELED)
              .findFirst();
      if (halting.isPresent()) {
        ExecutionStatus result = Rules.result(run.topLevel());
        stopAllThenEnd(result, Rules.why(run.topLevel(), result));
      } else {
        goOn();
      }
    }
  }

  private void begin() {
    Instant startBy = run.created().limits().startBy();
    if (startBy != null && now.isAfter(startBy)) {
      String reason = "It had not begun by " + startBy + ", its start time expiry";
      moves.add(new Move.Note(new CancelAsked(now, Actor.SYSTEM.name(), reason)));
    } else {
      moves.add(new Move.Begin());
    }
  }

  private void goOn() {
    List<RunStage> stages = run.topLevel();
    boolean running = visit(stages, true);
    if (!running && moves.isEmpty()) {
      ExecutionStatus result = Rules.result(stages);
      moves.add(new Move.Note(new Ended(now, result, Rules.why(stages, result))));
    }
  }

  /** Goes on with those that run and starts those that may; true when some run. */
  private boolean visit(List<RunStage> siblings, boolean mayStart) {
    Map<String, RunStage> byRefId = Rules.byRefId(siblings);
    boolean running = false;
    for (RunStage stage : siblings) {
      if (stage.isRunning()) {
        running = true;
        goOnWith(stage);
      } else if (stage.isHeld()) {
        running = true;
        goOnWithHeld(stage, mayStart);
      } else if (mayStart && stage.status() == NOT_STARTED && Rules.mayStart(stage, byRefId)) {
        moves.add(new Move.Look(stage.id()));
      }
    }
    return running;
  }

  /** It waits before it starts; one that may not start any more ends. */
  private void goOnWithHeld(RunStage stage, boolean mayStart) {
    if (Boolean.TRUE.equals(stage.state().signals().get("manualSkip"))) {
      moves.add(endHeld(stage, SKIPPED, Rules.skipReason(stage)));
    } else if (!mayStart) {
      moves.add(endHeld(stage, CANCELED, "It was not started any more"));
    } else if (stage.due() != null && !stage.due().isAfter(now)) {
      moves.add(new Move.Look(stage.id()));
    }
  }

  private Move endHeld(RunStage stage, ExecutionStatus status, String reason) {
    return new Move.Note(
        new StageEnded(now, stage.id(), status, Map.of(), stage.state().failure(), reason));
  }

  private void goOnWith(RunStage stage) {
    Map<String, Object> signals = stage.state().signals();
    if (Boolean.TRUE.equals(signals.get("manualSkip"))) {
      stop(stage, SKIPPED, null, Rules.skipReason(stage));
    } else if (Rules.isTimedOut(stage, now)) {
      boolean counts = stage.flag("markSuccessfulOnTimeout", false);
      ExecutionStatus status = counts ? ExecutionStatus.SUCCEEDED : Rules.failed(stage);
      Failure failure = Rules.timeout(stage);
      stop(stage, status, counts ? null : failure, counts ? failure.reason() : "");
    } else if (stage.expandedAt() == null) {
      if (stage.due() != null && !stage.due().isAfter(now)) {
        moves.add(new Move.Look(stage.id()));
      }
    } else {
      goOnWithChildren(stage);
    }
  }

  private void goOnWithChildren(RunStage parent) {
    List<RunStage> children = run.children(parent.id());
    boolean halted = children.stream().anyMatch(child -> child.status().halts());
    int before = moves.size();
    boolean running = visit(children, !halted);
    if (!running && moves.size() == before) {
      moves.add(new Move.Note(closed(parent, children)));
    }
  }

  /** How a parent ends whose children cannot go on. */
  private ExecutionEvent closed(RunStage parent, List<RunStage> children) {
    ExecutionStatus status = Rules.closed(parent, children);
    String why = Rules.why(children, TERMINAL);
    Failure failure =
        children.stream()
            .flatMap(child -> Optional.ofNullable(child.state().failure()).stream())
            .findFirst()
            .map(first -> new Failure(why, first.retryable(), first.evidence()))
            .orElseGet(() -> new Failure(why, true, Map.of()));
    return Rules.orRetry(
        parent, new StageEnded(now, parent.id(), status, Map.of(), failure, ""), now);
  }

  private void stopAllThenEnd(ExecutionStatus status, String reason) {
    for (RunStage stage : run.topLevel()) {
      if (stage.isRunning()) {
        stop(stage, CANCELED, null, reason);
      } else if (stage.isHeld()) {
        moves.add(endHeld(stage, CANCELED, reason));
      }
    }
    if (moves.isEmpty()) {
      moves.add(new Move.Note(new Ended(now, status, reason)));
    }
  }

  /** Children first: a parent is stopped once nothing runs below it. */
  private void stop(
      RunStage stage, ExecutionStatus status, @Nullable Failure failure, String reason) {
    List<RunStage> running = run.children(stage.id()).stream().filter(RunStage::isRunning).toList();
    if (running.isEmpty()) {
      moves.add(new Move.Stop(stage.id(), status, failure, reason));
    }
    for (RunStage child : run.children(stage.id())) {
      if (child.isHeld()) {
        moves.add(endHeld(child, CANCELED, reason));
      }
    }
    for (RunStage child : running) {
      stop(child, status == SKIPPED ? SKIPPED : CANCELED, null, reason);
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}

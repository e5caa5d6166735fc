package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Ended;
import dev.gennaker.execution.ExecutionEvent.Paused;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.execution.ExecutionEvent.Restarted;
import dev.gennaker.execution.ExecutionEvent.Resumed;
import dev.gennaker.execution.ExecutionEvent.Signalled;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageExpanded;
import dev.gennaker.execution.ExecutionEvent.StageHeld;
import dev.gennaker.execution.ExecutionEvent.StageRetried;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.execution.ExecutionEvent.StageWaits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unwritten events on top of a journal that grew meanwhile: what stages said stays true where the
 * stage still stands where it stood; decisions are dropped, to be made again.
 *
 * @param run the journal with the kept events
 */
record Rebase(Run run, List<ExecutionEvent> kept) {

  static Rebase onto(Run fresh, Run before, List<ExecutionEvent> pending) {
    Run run = fresh;
    List<ExecutionEvent> kept = new ArrayList<>();
    for (ExecutionEvent event : pending) {
      ExecutionEvent fitting = fit(run, before, event);
      if (fitting != null) {
        kept.add(fitting);
        run = run.with(List.of(fitting));
      }
    }
    return new Rebase(run, kept);
  }

  /** A look that ended as the one before needs no event. */
  static boolean saysNothingNew(RunStage stage, StageWaits waits) {
    return waits.waiting().equals(stage.state().waiting())
        && waits.needsPerson() == stage.needsPerson()
        && StageDraft.merged(stage.state().memory(), waits.memory()).equals(stage.state().memory());
  }

  private static @Nullable ExecutionEvent fit(Run run, Run before, ExecutionEvent event) {
    return switch (event) {
      case Begun begun ->
          run.status() == ExecutionStatus.NOT_STARTED && !run.isCanceled() ? begun : null;
      case StageStarted started -> {
        RunStage stage = run.stages().get(started.stageId());
        yield stage != null
                && stage.status() == ExecutionStatus.NOT_STARTED
                && stage.state().attempt() == started.attempt() - 1
            ? started
            : null;
      }
      case StageWaits waits -> stillRuns(run, waits.stageId()) ? heard(run, before, waits) : null;
      case StageHeld held -> {
        RunStage stage = run.stages().get(held.stageId());
        yield stage != null && stage.status() == ExecutionStatus.NOT_STARTED ? held : null;
      }
      case StageRetried retried -> stillRuns(run, retried.stageId()) ? retried : null;
      case StageExpanded expanded -> stillRuns(run, expanded.stageId()) ? expanded : null;
      case StageEnded ended ->
          stillRuns(run, ended.stageId()) || neverStarts(run, ended) ? ended : null;
      case Created created -> null;
      case Queued queued -> null;
      case CancelAsked asked -> null;
      case Paused paused -> null;
      case Resumed resumed -> null;
      case Signalled signalled -> null;
      case Restarted restarted -> null;
      case Ended ended -> null;
    };
  }

  /** A stage that said it waits, but was signalled before that was written, is due now. */
  private static StageWaits heard(Run run, Run before, StageWaits waits) {
    RunStage old = before.stages().get(waits.stageId());
    int heard = old == null ? 0 : old.signalCount();
    return run.stage(waits.stageId()).signalCount() <= heard
        ? waits
        : new StageWaits(
            waits.at(),
            waits.stageId(),
            waits.waiting(),
            waits.memory(),
            waits.at(),
            waits.needsPerson());
  }

  private static boolean stillRuns(Run run, String stageId) {
    RunStage stage = run.stages().get(stageId);
    return stage != null && stage.isRunning();
  }

  /** Skipped, or failed before it started. */
  private static boolean neverStarts(Run run, StageEnded ended) {
    RunStage stage = run.stages().get(ended.stageId());
    return stage != null && stage.status() == ExecutionStatus.NOT_STARTED;
  }
}

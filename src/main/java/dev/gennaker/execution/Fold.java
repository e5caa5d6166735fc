package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Ended;
import dev.gennaker.execution.ExecutionEvent.OfStage;
import dev.gennaker.execution.ExecutionEvent.Paused;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns events into a {@link Run}, one after the other. */
final class Fold {

  private final String id;
  private final Created created;
  private final Map<String, RunStage> stages;
  private ExecutionStatus status = ExecutionStatus.NOT_STARTED;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private Instant inLineSince;
  private String waiting = "";
  private @Nullable String canceledBy;
  private String cancelReason = "";
  private @Nullable Instant pausedAt;
  private long version;

  Fold(String id, Created created) {
    this.id = id;
    this.created = created;
    this.inLineSince = created.at();
    this.version = 1;
    this.stages = new LinkedHashMap<>();
    created.stages().forEach(this::add);
  }

  Fold(Run run) {
    id = run.id();
    created = run.created();
    stages = new LinkedHashMap<>(run.stages());
    status = run.status();
    startedAt = run.startedAt();
    endedAt = run.endedAt();
    inLineSince = run.inLineSince();
    waiting = run.waiting();
    canceledBy = run.canceledBy();
    cancelReason = run.cancelReason();
    pausedAt = run.pausedAt();
    version = run.version();
  }

  Fold with(List<ExecutionEvent> events) {
    events.forEach(this::apply);
    return this;
  }

  Run run() {
    return new Run(
        id,
        created,
        status,
        startedAt,
        endedAt,
        inLineSince,
        waiting,
        canceledBy,
        cancelReason,
        pausedAt,
        Collections.unmodifiableMap(stages),
        version);
  }

  private void apply(ExecutionEvent event) {
    version++;
    switch (event) {
      case Created again -> throw new IllegalStateException(id + " was created twice: " + again);
      case Queued queued -> waiting = queued.reason();
      case Begun begun -> begin(begun.at());
      case CancelAsked asked -> {
        canceledBy = asked.by();
        cancelReason = asked.reason();
      }
      case Paused paused -> {
        pausedAt = paused.at();
        status = ExecutionStatus.PAUSED;
        waiting = "Paused by " + paused.by();
      }
      case Resumed resumed -> resume(resumed.at());
      case Ended ended -> {
        status = ended.status();
        endedAt = ended.at();
        waiting = "";
        pausedAt = null;
      }
      case OfStage ofStage -> apply(ofStage);
    }
  }

  private void apply(OfStage event) {
    switch (event) {
      case StageStarted started -> change(started.stageId(), draft -> draft.start(started));
      case StageWaits waits -> change(waits.stageId(), draft -> draft.waits(waits));
      case StageHeld held -> change(held.stageId(), draft -> draft.hold(held));
      case StageRetried retried -> retry(retried);
      case StageExpanded expanded -> {
        expanded.children().forEach(this::add);
        change(expanded.stageId(), draft -> draft.expand(expanded));
      }
      case StageEnded ended -> {
        change(ended.stageId(), draft -> draft.end(ended));
        afterChild(ended);
      }
      case Signalled signalled ->
          change(
              signalled.stageId(),
              draft -> {
                draft.signals = StageDraft.merged(draft.signals, signalled.values());
                draft.signalCount++;
                draft.lastSignalBy = signalled.by();
                draft.due = signalled.at();
              });
      case Restarted restarted -> restart(restarted);
    }
  }

  private void begin(Instant at) {
    status = ExecutionStatus.RUNNING;
    startedAt = startedAt == null ? at : startedAt;
    waiting = "";
  }

  /** Time spent paused counts against nobody. */
  private void resume(Instant at) {
    if (pausedAt == null) {
      return;
    }
    Duration pause = Duration.between(pausedAt, at);
    pausedAt = null;
    status = ExecutionStatus.RUNNING;
    waiting = "";
    for (RunStage stage : List.copyOf(stages.values())) {
      if (stage.isRunning()) {
        change(stage.id(), draft -> draft.deadline = later(draft.deadline, pause));
      }
    }
  }

  /**
   * When the last child has ended well its parent is due; their time is not the parent's. One whose
   * child halted is never looked at again: it ends as its children did.
   */
  private void afterChild(StageEnded ended) {
    String parentId = Objects.requireNonNull(stages.get(ended.stageId())).plan().parentId();
    RunStage parent = parentId == null ? null : stages.get(parentId);
    if (parent == null || parent.expandedAt() == null || !parent.isRunning()) {
      return;
    }
    Instant since = parent.expandedAt();
    boolean open =
        stages.values().stream()
            .anyMatch(
                stage ->
                    Objects.equals(stage.plan().parentId(), parentId)
                        && (!stage.status().isComplete() || stage.status().halts()));
    if (!open) {
      change(
          parent.id(),
          draft -> {
            draft.due = ended.at();
            draft.expandedAt = null;
            if (!parent.hasOwnTimeout()) {
              draft.deadline = later(draft.deadline, Duration.between(since, ended.at()));
            }
          });
    }
  }

  private void retry(StageRetried retried) {
    removeBelow(Set.of(retried.stageId()));
    change(retried.stageId(), draft -> draft.retry(retried));
  }

  private void removeBelow(Set<String> parents) {
    List<String> gone =
        stages.values().stream()
            .filter(stage -> belowAny(stage, parents))
            .map(RunStage::id)
            .toList();
    gone.forEach(stages::remove);
  }

  private void restart(Restarted restarted) {
    Set<String> reset = new HashSet<>(restarted.reset());
    removeBelow(reset);
    for (RunStage stage : List.copyOf(stages.values())) {
      if (reset.contains(stage.id())) {
        boolean chosen = stage.id().equals(restarted.stageId());
        change(stage.id(), draft -> draft.reset(chosen ? restarted.changed() : Map.of()));
      } else if (stage.isTopLevel() && stage.status().halts()) {
        change(stage.id(), draft -> draft.past = true);
      }
    }
    if (status.isComplete()) {
      status = ExecutionStatus.NOT_STARTED;
      inLineSince = restarted.at();
    }
    endedAt = null;
    canceledBy = null;
    cancelReason = "";
  }

  private boolean belowAny(RunStage stage, Set<String> ids) {
    String parentId = stage.plan().parentId();
    while (parentId != null) {
      if (ids.contains(parentId)) {
        return true;
      }
      RunStage parent = stages.get(parentId);
      parentId = parent == null ? null : parent.plan().parentId();
    }
    return false;
  }

  private void add(PlannedStage plan) {
    stages.put(plan.id(), new StageDraft(plan).freeze());
  }

  private void change(String stageId, Consumer<StageDraft> change) {
    StageDraft draft = new StageDraft(Objects.requireNonNull(stages.get(stageId), stageId));
    change.accept(draft);
    stages.put(stageId, draft.freeze());
  }

  private static @Nullable Instant later(@Nullable Instant instant, Duration by) {
    return instant == null ? null : instant.plus(by);
  }
}

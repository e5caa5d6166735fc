package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An execution as the engine sees it, folded from its journal. Immutable.
 *
 * @param inLineSince since when it waits for its turn: its creation, or its last restart
 * @param waiting why it has not begun; empty when it has
 * @param pausedAt null while it is not paused
 * @param stages by id, in order of appearance
 */
record Run(
    String id,
    Created created,
    ExecutionStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Instant inLineSince,
    String waiting,
    @Nullable String canceledBy,
    String cancelReason,
    @Nullable Instant pausedAt,
    Map<String, RunStage> stages,
    long version) {

  /** The journal from its first event on. */
  static Run of(String id, List<ExecutionEvent> events) {
    return new Fold(id, (Created) events.getFirst()).with(events.subList(1, events.size())).run();
  }

  /** What it is after further events. */
  Run with(List<ExecutionEvent> events) {
    return events.isEmpty() ? this : new Fold(this).with(events).run();
  }

  /** The same, with a later look at a stage that had nothing new to say; not worth an event. */
  Run postponed(ExecutionEvent.StageWaits waits) {
    Map<String, RunStage> changed = new LinkedHashMap<>(stages);
    StageDraft draft = new StageDraft(stage(waits.stageId()));
    draft.due = waits.nextLook();
    changed.put(waits.stageId(), draft.freeze());
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
        Collections.unmodifiableMap(changed),
        version);
  }

  boolean isOver() {
    return status.isComplete();
  }

  boolean isCanceled() {
    return canceledBy != null;
  }

  RunStage stage(String stageId) {
    return Objects.requireNonNull(stages.get(stageId), stageId);
  }

  List<RunStage> children(@Nullable String parentId) {
    List<RunStage> found = new ArrayList<>();
    for (RunStage stage : stages.values()) {
      if (Objects.equals(stage.plan().parentId(), parentId)) {
        found.add(stage);
      }
    }
    return found;
  }

  List<RunStage> topLevel() {
    return children(null);
  }

  /** The execution as others see it. */
  Execution view() {
    return new Execution(
        id,
        created.kind(),
        created.application(),
        created.name(),
        created.pipelineId(),
        created.revision(),
        status,
        created.at(),
        startedAt,
        endedAt,
        created.trigger(),
        created.startedBy().name(),
        waiting,
        canceledBy,
        cancelReason,
        stages.values().stream().map(RunStage::state).toList(),
        version);
  }
}

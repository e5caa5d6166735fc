package dev.gennaker.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in an execution; the journal holds them in order and for ever. The names
 * in JSON are fixed: renaming a record here must not make an old journal unreadable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExecutionEvent.Created.class, name = "created"),
  @JsonSubTypes.Type(value = ExecutionEvent.Queued.class, name = "queued"),
  @JsonSubTypes.Type(value = ExecutionEvent.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageStarted.class, name = "stageStarted"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageWaits.class, name = "stageWaits"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageHeld.class, name = "stageHeld"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageRetried.class, name = "stageRetried"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageExpanded.class, name = "stageExpanded"),
  @JsonSubTypes.Type(value = ExecutionEvent.StageEnded.class, name = "stageEnded"),
  @JsonSubTypes.Type(value = ExecutionEvent.Signalled.class, name = "signalled"),
  @JsonSubTypes.Type(value = ExecutionEvent.CancelAsked.class, name = "cancelAsked"),
  @JsonSubTypes.Type(value = ExecutionEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = ExecutionEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = ExecutionEvent.Restarted.class, name = "restarted"),
  @JsonSubTypes.Type(value = ExecutionEvent.Ended.class, name = "ended")
})
public sealed interface ExecutionEvent {

  Instant at();

  /** An event about one stage. */
  sealed interface OfStage extends ExecutionEvent {
    String stageId();
  }

  /** It was asked for; everything it needs to run is in here. */
  record Created(
      Instant at,
      Execution.Kind kind,
      String application,
      String name,
      @Nullable String pipelineId,
      int revision,
      Map<String, Object> trigger,
      Actor startedBy,
      Limits limits,
      List<PlannedStage> stages)
      implements ExecutionEvent {}

  /** It may not begin yet, because of other runs of the same pipeline. */
  record Queued(Instant at, String reason) implements ExecutionEvent {}

  /** It may run; also after a restart. */
  record Begun(Instant at) implements ExecutionEvent {}

  /**
   * @param context its settings with expressions evaluated
   * @param deadline when it times out
   */
  record StageStarted(
      Instant at, String stageId, int attempt, Map<String, Object> context, Instant deadline)
      implements OfStage {}

  /**
   * It was looked at and is not done.
   *
   * @param memory what it remembered; a null value removes its key
   * @param nextLook null when only a signal ends the wait
   * @param needsPerson whether it waits for a person's decision
   */
  record StageWaits(
      Instant at,
      String stageId,
      Waiting waiting,
      Map<String, Object> memory,
      @Nullable Instant nextLook,
      boolean needsPerson)
      implements OfStage {}

  /**
   * It may start, but not yet: its window is closed. It is asked again at that time.
   *
   * @param until the next moment it may start at
   */
  record StageHeld(Instant at, String stageId, Waiting waiting, Instant until) implements OfStage {}

  /**
   * It failed and tries again: it forgets the failed attempt and starts anew at that time.
   *
   * @param failure of the attempt
   * @param waiting what it waits for, for people
   */
  record StageRetried(Instant at, String stageId, Failure failure, Waiting waiting, Instant next)
      implements OfStage {}

  /** It is carried out by further children. */
  record StageExpanded(
      Instant at, String stageId, List<PlannedStage> children, Map<String, Object> memory)
      implements OfStage {}

  /**
   * @param status a complete one
   * @param failure why, where it failed
   * @param reason why, where it did not fail and did not simply succeed; else empty
   */
  record StageEnded(
      Instant at,
      String stageId,
      ExecutionStatus status,
      Map<String, Object> outputs,
      @Nullable Failure failure,
      String reason)
      implements OfStage {}

  /** Somebody or something outside said something to a running stage. */
  record Signalled(Instant at, String stageId, Map<String, Object> values, Actor by)
      implements OfStage {}

  record CancelAsked(Instant at, String by, String reason) implements ExecutionEvent {}

  record Paused(Instant at, String by) implements ExecutionEvent {}

  record Resumed(Instant at, String by) implements ExecutionEvent {}

  /**
   * A stage is to run again.
   *
   * @param changed settings that replace written ones
   * @param reset ids of all stages that forget their last attempt: it and everything downstream
   */
  record Restarted(
      Instant at, String stageId, Map<String, Object> changed, String by, List<String> reset)
      implements OfStage {}

  /**
   * @param reason why, where it did not simply succeed; else empty
   */
  record Ended(Instant at, ExecutionStatus status, String reason) implements ExecutionEvent {}

  /**
   * A stage as it is to run.
   *
   * @param parentId null for a stage of the pipeline
   * @param settings as written, expressions unevaluated
   * @param mayFail its failure is recorded and ignored
   */
  record PlannedStage(
      String id,
      String refId,
      String type,
      String name,
      @Nullable String parentId,
      List<String> requisites,
      Map<String, Object> settings,
      boolean mayFail) {}

  /**
   * How many runs of the same pipeline may run together, as its document said at the start.
   *
   * @param maxConcurrent 0 for any number
   * @param keepWaiting whether every queued run gets its turn, or only the newest
   * @param startBy it is cancelled if it has not begun by then; null for never
   */
  record Limits(
      boolean limitConcurrent, int maxConcurrent, boolean keepWaiting, @Nullable Instant startBy) {

    static final Limits NONE = new Limits(false, 0, false, null);

    /** How many may run at once; 0 for any number. */
    int most() {
      return limitConcurrent ? 1 : maxConcurrent;
    }
  }
}

package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an execution in Spinnaker's shape.
 *
 * @param context settings, what was said to the stage, and its {@code exception}
 * @param written settings whose expressions were evaluated, as they were before; ours
 * @param tasks one where the stage does something itself; none where its children do
 * @param syntheticStageOwner for a child
 * @param waiting what it waits for, why, and how far it is; ours
 * @param attempt ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StageView(
    @Nullable String id,
    @Nullable String refId,
    @Nullable String type,
    String name,
    ExecutionStatus status,
    @Nullable Long startTime,
    @Nullable Long endTime,
    Map<String, Object> context,
    @Nullable Map<String, Object> written,
    Map<String, Object> outputs,
    List<Task> tasks,
    List<String> requisiteStageRefIds,
    @Nullable String parentStageId,
    @Nullable String syntheticStageOwner,
    @Nullable Waiting waiting,
    @Nullable Integer attempt) {

  static StageView of(StageState stage, Execution execution) {
    return new StageView(
        stage.id(),
        stage.refId(),
        stage.type(),
        stage.name(),
        stage.status(),
        ExecutionView.millis(stage.startedAt()),
        ExecutionView.millis(stage.endedAt()),
        context(stage),
        written(stage),
        stage.outputs(),
        execution.children(stage.id()).isEmpty() ? tasks(stage) : List.of(),
        stage.requisites(),
        stage.parentId(),
        stage.parentId() == null ? null : "STAGE_AFTER",
        stage.waiting(),
        stage.attempt());
  }

  static StageView of(ExecutionHeader.StagePip pip) {
    return new StageView(
        null,
        null,
        null,
        pip.name(),
        pip.status(),
        null,
        null,
        Map.of(),
        null,
        Map.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** Null where every setting is as it was written. */
  private static @Nullable Map<String, Object> written(StageState stage) {
    Map<String, Object> changed = new LinkedHashMap<>(stage.written());
    changed
        .entrySet()
        .removeIf(each -> Objects.equals(each.getValue(), stage.context().get(each.getKey())));
    return changed.isEmpty() ? null : changed;
  }

  private static Map<String, Object> context(StageState stage) {
    Map<String, Object> context = new LinkedHashMap<>(stage.context());
    context.putAll(stage.signals());
    @Nullable Failure failure = stage.failure();
    if (failure != null) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("error", failure.reason());
      details.put("errors", List.of(failure.reason()));
      details.put("evidence", failure.evidence());
      Map<String, Object> exception = new LinkedHashMap<>();
      exception.put("details", details);
      exception.put("exceptionType", "StageFailed");
      exception.put("operation", stage.type());
      exception.put("shouldRetry", failure.retryable());
      exception.put("timestamp", ExecutionView.millis(stage.endedAt()));
      context.put("exception", exception);
    }
    return context;
  }

  private static List<Task> tasks(StageState stage) {
    return stage.startedAt() == null
        ? List.of()
        : List.of(
            new Task(
                "1",
                stage.type(),
                stage.type(),
                stage.status(),
                ExecutionView.millis(stage.startedAt()),
                ExecutionView.millis(stage.endedAt()),
                true,
                true,
                false,
                false));
  }

  /** A step of a stage. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Task(
      String id,
      String name,
      String implementingClass,
      ExecutionStatus status,
      @Nullable Long startTime,
      @Nullable Long endTime,
      boolean stageStart,
      boolean stageEnd,
      boolean loopStart,
      boolean loopEnd) {}
}

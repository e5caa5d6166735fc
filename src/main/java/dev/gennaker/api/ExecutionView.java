package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution in Spinnaker's shape.
 *
 * @param buildTime when it was asked for, ms
 * @param description of an ad-hoc task
 * @param pipelineConfigRevision the revision of the pipeline that runs; ours
 * @param waiting why it does not go on; ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionView(
    Execution.Kind type,
    String id,
    String application,
    String name,
    @Nullable String description,
    long buildTime,
    @Nullable Long startTime,
    @Nullable Long endTime,
    ExecutionStatus status,
    boolean canceled,
    @Nullable String canceledBy,
    @Nullable String cancellationReason,
    @Nullable String pipelineConfigId,
    @Nullable Integer pipelineConfigRevision,
    Map<String, Object> trigger,
    Authentication authentication,
    String origin,
    String waiting,
    List<StageView> stages) {

  static ExecutionView of(Execution execution) {
    boolean canceled = execution.canceledBy() != null;
    return new ExecutionView(
        execution.kind(),
        execution.id(),
        execution.application(),
        execution.name(),
        execution.pipelineId() == null ? execution.name() : null,
        execution.createdAt().toEpochMilli(),
        millis(execution.startedAt()),
        millis(execution.endedAt()),
        execution.status(),
        canceled,
        execution.canceledBy(),
        canceled ? execution.cancelReason() : null,
        execution.pipelineId(),
        execution.pipelineId() == null ? null : execution.revision(),
        execution.trigger(),
        new Authentication(execution.startedBy(), List.of()),
        "api",
        execution.waiting(),
        execution.stages().stream().map(stage -> StageView.of(stage, execution)).toList());
  }

  /** What lists show without reading executions: stages have a name and a status. */
  static ExecutionView of(ExecutionHeader header) {
    return new ExecutionView(
        header.kind(),
        header.id(),
        header.application(),
        header.name(),
        header.pipelineId() == null ? header.name() : null,
        header.createdAt().toEpochMilli(),
        millis(header.startedAt()),
        millis(header.endedAt()),
        header.status(),
        header.status() == ExecutionStatus.CANCELED,
        null,
        null,
        header.pipelineId(),
        null,
        Map.of("type", header.triggerType(), "user", header.startedBy()),
        new Authentication(header.startedBy(), List.of()),
        "api",
        header.waiting(),
        header.stages().stream().map(pip -> StageView.of(pip)).toList());
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  record Authentication(String user, List<String> allowedAccounts) {}
}

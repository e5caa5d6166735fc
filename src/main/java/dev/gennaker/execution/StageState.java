package dev.gennaker.execution;

import dev.gennaker.stage.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a stage of an execution stands, folded from the journal. Maps hold plain JSON values.
 *
 * @param id unique across executions
 * @param parentId the stage it is a child of; null for a stage of the pipeline
 * @param requisites refIds of the stages it waits for
 * @param written its settings as written
 * @param context its settings with expressions evaluated, plus what was patched in; as written
 *     until it starts
 * @param outputs what it made visible downstream
 * @param waiting what it waits for while it runs or before it may start; null when it waits for
 *     nothing
 * @param failure why it failed; null when it did not
 * @param reason why it was skipped or cancelled, or a failure was let pass; else empty
 * @param attempt 1 for the first; 0 before it started
 * @param signals what people and the outside said to it in this attempt
 */
public record StageState(
    String id,
    String refId,
    String type,
    String name,
    @Nullable String parentId,
    List<String> requisites,
    ExecutionStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Map<String, Object> written,
    Map<String, Object> context,
    Map<String, Object> outputs,
    Map<String, Object> memory,
    Map<String, Object> signals,
    @Nullable Waiting waiting,
    @Nullable Failure failure,
    String reason,
    int attempt) {}

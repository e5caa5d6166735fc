package dev.gennaker.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of an execution; reading it never reads the execution.
 *
 * @param stages name and status of the top-level stages, in order, for the pips of a row
 * @param waiting what it waits for, one sentence; empty when for nothing
 */
public record ExecutionHeader(
    String id,
    Execution.Kind kind,
    String application,
    String name,
    @Nullable String pipelineId,
    ExecutionStatus status,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    String triggerType,
    String startedBy,
    String waiting,
    List<StagePip> stages) {

  /**
   * One stage in a row of pips.
   *
   * @param held whether it may start but waits, for its window or for another attempt
   */
  public record StagePip(String name, ExecutionStatus status, boolean needsPerson, boolean held) {}
}

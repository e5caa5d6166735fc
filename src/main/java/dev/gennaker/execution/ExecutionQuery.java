package dev.gennaker.execution;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to list, newest first.
 *
 * @param application null for all the actor may read
 * @param pipelineIds empty for all
 * @param statuses empty for all
 * @param before id of the last one already shown (keyset paging); null for the first page
 * @param limit at most this many, 1 to 500
 */
public record ExecutionQuery(
    @Nullable String application,
    Execution.@Nullable Kind kind,
    Set<String> pipelineIds,
    Set<ExecutionStatus> statuses,
    @Nullable String before,
    int limit) {

  public static ExecutionQuery ofApplication(String application, int limit) {
    return new ExecutionQuery(application, null, Set.of(), Set.of(), null, limit);
  }

  public static ExecutionQuery newest(int limit) {
    return new ExecutionQuery(null, null, Set.of(), Set.of(), null, limit);
  }
}

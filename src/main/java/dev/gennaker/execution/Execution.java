package dev.gennaker.execution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run, folded from its journal.
 *
 * @param id sortable by time (ULID)
 * @param kind a pipeline's run, or an ad-hoc task such as a resize from the clusters page
 * @param name the pipeline's name, or the task's description
 * @param pipelineId null for an ad-hoc task
 * @param revision the pipeline's revision that runs; 0 for an ad-hoc task
 * @param trigger what started it: {@code type}, {@code user}, {@code parameters}, …
 * @param startedBy name of the actor
 * @param waiting why it does not start or go on; empty when it does
 * @param canceledBy who cancelled it; null when nobody did
 * @param stages all stages in order of appearance, children after their parents
 * @param version how many events its journal holds
 */
public record Execution(
    String id,
    Kind kind,
    String application,
    String name,
    @Nullable String pipelineId,
    int revision,
    ExecutionStatus status,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Map<String, Object> trigger,
    String startedBy,
    String waiting,
    @Nullable String canceledBy,
    String cancelReason,
    List<StageState> stages,
    long version) {

  /** What kind of run it is; Spinnaker's {@code type}. */
  public enum Kind {
    PIPELINE,
    ORCHESTRATION
  }

  public Optional<StageState> stage(String id) {
    return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
  }

  /** The stages of the pipeline itself, without children. */
  public List<StageState> topLevel() {
    return stages.stream().filter(stage -> stage.parentId() == null).toList();
  }

  /** The children of a stage, in order. */
  public List<StageState> children(String parentId) {
    return stages.stream().filter(stage -> parentId.equals(stage.parentId())).toList();
  }
}

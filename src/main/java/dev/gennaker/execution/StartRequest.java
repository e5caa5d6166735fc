package dev.gennaker.execution;

import dev.gennaker.pipeline.Pipeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to run.
 *
 * @param pipelineId null for an ad-hoc task
 * @param document the pipeline document whose {@code stages} run
 * @param trigger at least {@code type}; {@code parameters} and {@code correlationId} count, further
 *     keys are kept
 * @param executionId chosen by the caller to make the start repeatable; null to have one made
 */
public record StartRequest(
    Execution.Kind kind,
    String application,
    String name,
    @Nullable String pipelineId,
    int revision,
    ObjectNode document,
    Map<String, Object> trigger,
    @Nullable String executionId) {

  /** Runs a pipeline with a trigger. */
  public static StartRequest of(Pipeline pipeline, Map<String, Object> trigger) {
    return new StartRequest(
        Execution.Kind.PIPELINE,
        pipeline.application(),
        pipeline.name(),
        pipeline.id(),
        pipeline.revision(),
        pipeline.document(),
        trigger,
        null);
  }

  /**
   * Runs stages outside any pipeline, as the clusters page does; each map is a stage with at least
   * {@code type}.
   */
  public static StartRequest adHoc(
      String application, String description, List<Map<String, Object>> stages) {
    ObjectNode document =
        JsonMapper.shared()
            .valueToTree(Map.of("application", application, "name", description, "stages", stages));
    return new StartRequest(
        Execution.Kind.ORCHESTRATION,
        application,
        description,
        null,
        0,
        document,
        Map.of("type", "manual"),
        null);
  }
}

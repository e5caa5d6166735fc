package dev.gennaker.ui.pipelines;

import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.security.Actor;
import java.util.Map;

/**
 * A start somebody asks for by hand.
 *
 * @param parameters by name; those left out take their defaults
 */
public record ManualStart(Pipeline pipeline, Map<String, String> parameters) {

  /**
   * Starts it.
   *
   * @return the run's id
   * @throws dev.gennaker.pipeline.PipelineInvalid as {@link Executions#start}
   */
  public String start(Executions executions, Actor actor) {
    return executions.start(request(actor), actor);
  }

  /**
   * What it would do.
   *
   * @throws dev.gennaker.pipeline.PipelineInvalid as {@link Executions#plan}
   */
  public ExecutionPlan plan(Executions executions, Actor actor) {
    return executions.plan(request(actor), actor);
  }

  private StartRequest request(Actor actor) {
    return StartRequest.of(
        pipeline, Map.of("type", "manual", "user", actor.name(), "parameters", parameters));
  }
}

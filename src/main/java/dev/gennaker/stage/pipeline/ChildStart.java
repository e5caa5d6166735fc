package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the other pipeline in the name of whom the stage runs for. */
@Component
class ChildStart {

  /** Deeper than anybody draws, shallow enough to stop a pipeline that starts itself. */
  private static final int DEEPEST = 16;

  private final Pipelines pipelines;
  private final Executions executions;

  ChildStart(Pipelines pipelines, Executions executions) {
    this.pipelines = pipelines;
    this.executions = executions;
  }

  /** Starts it under that id; what the stage says instead where it cannot be started. */
  Optional<Outcome> start(RunPipeline settings, StageContext context, String id) {
    return with(
        settings,
        context,
        id,
        request -> {
          executions.start(request, context.actor());
          return Optional.empty();
        });
  }

  /** Plans it too, in the same imagined world; its effects are told as this stage's. */
  Outcome plan(RunPipeline settings, StageContext context, PlanNotes notes) {
    return with(
            settings,
            context,
            null,
            request ->
                Optional.of(
                    ChildPlan.told(executions.plan(request, context.actor()), settings, notes)))
        .orElseThrow();
  }

  private Optional<Outcome> with(
      RunPipeline settings,
      StageContext context,
      @Nullable String id,
      Function<StartRequest, Optional<Outcome>> work) {
    int depth = depth(context) + 1;
    if (depth > DEEPEST) {
      return failed(
          "Pipelines start each other more than %d deep; look whether %s starts itself"
              .formatted(DEEPEST, context.pipeline()));
    }
    try {
      Optional<Pipeline> pipeline = find(settings, context);
      if (pipeline.isEmpty()) {
        return failed(
            "There is no pipeline %s in %s; choose an existing one"
                .formatted(settings.pipeline(), application(settings, context)));
      }
      return work.apply(
          new StartRequest(
              dev.gennaker.execution.Execution.Kind.PIPELINE,
              pipeline.get().application(),
              pipeline.get().name(),
              pipeline.get().id(),
              pipeline.get().revision(),
              pipeline.get().document(),
              trigger(settings, context, depth),
              id));
    } catch (NotPermitted e) {
      return failed("It may not be started: " + e.getMessage());
    } catch (PipelineInvalid e) {
      return failed(
          e.getMessage()
              + ": "
              + e.problems().stream()
                  .filter(Problem::isError)
                  .map(problem -> problem.path() + " " + problem.message())
                  .collect(Collectors.joining(" ")));
    }
  }

  /** By id, as Spinnaker has it; people write names. */
  private Optional<Pipeline> find(RunPipeline settings, StageContext context) {
    return pipelines
        .find(settings.pipeline(), context.actor())
        .or(
            () ->
                pipelines.find(
                    application(settings, context), settings.pipeline(), context.actor()));
  }

  private static String application(RunPipeline settings, StageContext context) {
    String application = settings.application();
    return application == null || application.isBlank() ? context.application() : application;
  }

  private static Map<String, Object> trigger(
      RunPipeline settings, StageContext context, int depth) {
    Map<String, Object> trigger = new HashMap<>();
    trigger.put("type", "pipeline");
    trigger.put("user", context.actor().name());
    trigger.put(
        "parameters",
        settings.pipelineParameters() == null ? Map.of() : settings.pipelineParameters());
    trigger.put(
        "parentExecution",
        Map.of(
            "id", context.executionId(),
            "application", context.application(),
            "name", context.pipeline()));
    trigger.put("parentPipelineStageId", context.stageId());
    trigger.put("parentPipelineName", context.pipeline());
    trigger.put("parentPipelineApplication", context.application());
    trigger.put("isPipeline", true);
    trigger.put("depth", depth);
    return trigger;
  }

  private static int depth(StageContext context) {
    return context.trigger().get("depth") instanceof Number depth ? depth.intValue() : 0;
  }

  private static Optional<Outcome> failed(String reason) {
    return Optional.of(Outcome.failed(reason));
  }
}

package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Starts another pipeline once and, unless told otherwise, ends as that run ends. */
@Component
class RunPipelineStage implements StageType<RunPipeline> {

  private final Executions executions;
  private final ChildStart start;

  RunPipelineStage(Executions executions, ChildStart start) {
    this.executions = executions;
    this.start = start;
  }

  @Override
  public String type() {
    return "pipeline";
  }

  @Override
  public String label() {
    return "Pipeline";
  }

  @Override
  public String description() {
    return "Runs another pipeline, and ends as it ends.";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "workflow";
  }

  @Override
  public Class<RunPipeline> settings() {
    return RunPipeline.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Object pipeline = settings.getOrDefault("pipeline", "");
    return settings.get("application") instanceof String application && !application.isBlank()
        ? application + ": " + pipeline
        : String.valueOf(pipeline);
  }

  /** The other pipeline's outputs come along, and those are its own. */
  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    boolean alone =
        String.valueOf(written.get("skipDownstreamOutput")).equals("true")
            || String.valueOf(written.get("waitForCompletion")).equals("false");
    return alone ? Optional.of(Set.of("executionId", "executionName", "status")) : Optional.empty();
  }

  @Override
  public Outcome run(RunPipeline settings, StageContext context) {
    if (context.plan().isPresent()) {
      return start.plan(settings, context, context.plan().get());
    }
    String id = ChildId.of(context);
    Optional<Execution> child = executions.find(id, Actor.SYSTEM);
    if (child.isPresent()) {
      return new ChildResult(settings, child.get()).outcome(context.now());
    }
    if (context.memory().containsKey("executionId")) {
      return Outcome.failed(
          "The run %s this stage started was deleted before it ended".formatted(id));
    }
    Optional<Outcome> refusal = start.start(settings, context, id);
    return refusal.orElseGet(
        () -> settings.waits() ? started(context, id) : look(settings, context, id));
  }

  @Override
  public boolean plannable() {
    return true;
  }

  /** The run it started goes with it. */
  @Override
  public void cancel(RunPipeline settings, StageContext context) {
    try {
      executions.cancel(
          ChildId.of(context),
          "The stage %s of %s that waits for it was cancelled"
              .formatted(context.name(), context.pipeline()),
          Actor.SYSTEM);
    } catch (NoSuchExecution _) {
      // It was cancelled before it started anything.
    }
  }

  @Override
  public Duration timeout() {
    return Duration.ofHours(12);
  }

  private Outcome look(RunPipeline settings, StageContext context, String id) {
    return executions
        .find(id, Actor.SYSTEM)
        .map(child -> new ChildResult(settings, child).outcome(context.now()))
        .orElseGet(() -> started(context, id));
  }

  private static Outcome started(StageContext context, String id) {
    return ChildResult.held("Started " + id, id, context.now());
  }
}

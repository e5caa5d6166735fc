package dev.gennaker.execution;

import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Tries expressions on an execution as it stands; changes nothing in it. */
@Service
public class Evaluations {

  private final Journal journal;
  private final Outsides outsides;
  private final Permissions permissions;
  private final Clock clock;

  Evaluations(Journal journal, Outsides outsides, Permissions permissions, Clock clock) {
    this.journal = journal;
    this.outsides = outsides;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Evaluation {

    /** The text with its expressions evaluated; a single one keeps the type of its value. */
    record Value(@Nullable Object value) implements Evaluation {}

    /**
     * It has none.
     *
     * @param expression the one without a value, without its braces
     * @param known parts of it that had a value
     */
    record None(String expression, String reason, List<String> known) implements Evaluation {}
  }

  /**
   * Evaluates a text as a setting of a stage would be. Needs READ.
   *
   * @param stageId the stage that sees it; null for the one that started last
   * @throws NoSuchExecution for an unknown execution or stage
   * @throws NotPossible where there is no stage to see it
   */
  public Evaluation evaluate(String id, @Nullable String stageId, String text, Actor actor) {
    Run run = readable(id, actor);
    RunStage stage = stageId == null ? latest(run) : stage(run, stageId);
    ExecutionFunctions functions =
        new ExecutionFunctions(run, stage, outsides.of(actor), clock.instant());
    try {
      return new Evaluation.Value(
          new Expressions(new StageScope(run, stage, functions)).evaluate(text));
    } catch (ExpressionFailed failed) {
      return Preview.failed(failed, "");
    }
  }

  /**
   * What the settings of a stage, as a version of the pipeline has them, would have become in a
   * run: the stages upstream are those of this version, with what they put out in the run. Needs
   * READ.
   *
   * @param pipeline need not be saved
   * @throws NoSuchExecution for an unknown execution or stage
   */
  public StagePreview preview(String id, ObjectNode pipeline, String refId, Actor actor) {
    Run past = readable(id, actor);
    List<StageDefinition> stages = Documents.stages(pipeline);
    if (stages.stream().noneMatch(stage -> stage.refId().equals(refId))) {
      throw new NoSuchExecution("The pipeline has no stage %s.".formatted(refId));
    }
    Recast cast = Recast.of(past, stages, refId);
    ExecutionFunctions functions =
        new ExecutionFunctions(cast.run(), cast.about(), outsides.of(actor), clock.instant());
    return new StagePreview(
        cast.inRun(),
        Preview.of(
            new StageScope(cast.run(), cast.about(), functions), cast.about().state().written()));
  }

  private Run readable(String id, Actor actor) {
    Run run =
        journal
            .load(id)
            .orElseThrow(() -> new NoSuchExecution("There is no execution " + id + "."));
    permissions.require(actor, Permission.READ, run.created().application());
    return run;
  }

  private static RunStage stage(Run run, String stageId) {
    return run.stages().values().stream()
        .filter(stage -> stage.id().equals(stageId))
        .findFirst()
        .orElseThrow(
            () -> new NoSuchExecution("The execution has no stage %s.".formatted(stageId)));
  }

  private static RunStage latest(Run run) {
    return run.topLevel().stream()
        .max(Comparator.comparing(Evaluations::startedAt))
        .orElseThrow(() -> new NotPossible("It has no stage whose expressions could be tried"));
  }

  private static Instant startedAt(RunStage stage) {
    Instant started = stage.state().startedAt();
    return started == null ? Instant.MIN : started;
  }
}

package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.pipeline.StageDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as if it had been one of another version of its pipeline, just before one stage starts.
 * What is the same stage by refId and type keeps what it put out; others have not run.
 *
 * @param about the stage that is about to start
 * @param inRun whether the run has that stage, too
 */
record Recast(Run run, RunStage about, boolean inRun) {

  /**
   * @param refId one of the stages
   */
  static Recast of(Run past, List<StageDefinition> stages, String refId) {
    Map<String, RunStage> cast = new LinkedHashMap<>();
    String about = "";
    boolean inRun = false;
    for (StageDefinition stage : stages) {
      Optional<RunStage> then = same(past, stage);
      String id = then.map(RunStage::id).orElse("new-" + stage.index());
      if (stage.refId().equals(refId)) {
        about = id;
        inRun = then.isPresent();
        cast.put(id, fresh(id, stage));
      } else if (then.isPresent()) {
        cast.put(id, replanned(then.get(), stage));
        below(past, id, cast);
      } else {
        cast.put(id, fresh(id, stage));
      }
    }
    Run run = with(past, cast);
    return new Recast(run, run.stage(about), inRun);
  }

  private static Optional<RunStage> same(Run past, StageDefinition stage) {
    return past.topLevel().stream()
        .filter(
            then ->
                then.plan().refId().equals(stage.refId())
                    && then.plan().type().equals(stage.type()))
        .findFirst();
  }

  private static RunStage fresh(String id, StageDefinition stage) {
    return new StageDraft(
            new PlannedStage(
                id,
                stage.refId(),
                stage.type(),
                stage.name(),
                null,
                stage.requisites(),
                PlainJson.map(stage.settings()),
                false))
        .freeze();
  }

  /** With its name and its place in the graph as they are now. */
  private static RunStage replanned(RunStage then, StageDefinition stage) {
    PlannedStage plan =
        new PlannedStage(
            then.id(),
            stage.refId(),
            stage.type(),
            stage.name(),
            null,
            stage.requisites(),
            then.plan().settings(),
            then.plan().mayFail());
    return new StageDraft(
            new RunStage(
                then.state(),
                plan,
                then.due(),
                then.deadline(),
                then.expandedAt(),
                then.needsPerson(),
                then.signalCount(),
                then.lastSignalBy(),
                then.retries(),
                then.past()))
        .freeze();
  }

  private static void below(Run past, String parentId, Map<String, RunStage> cast) {
    for (RunStage child : past.children(parentId)) {
      cast.put(child.id(), child);
      below(past, child.id(), cast);
    }
  }

  private static Run with(Run past, Map<String, RunStage> stages) {
    return new Run(
        past.id(),
        past.created(),
        past.status(),
        past.startedAt(),
        past.endedAt(),
        past.inLineSince(),
        past.waiting(),
        past.canceledBy(),
        past.cancelReason(),
        past.pausedAt(),
        Collections.unmodifiableMap(stages),
        past.version());
  }
}

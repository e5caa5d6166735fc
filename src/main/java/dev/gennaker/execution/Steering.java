package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Paused;
import dev.gennaker.execution.ExecutionEvent.Restarted;
import dev.gennaker.execution.ExecutionEvent.Resumed;
import dev.gennaker.execution.ExecutionEvent.Signalled;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people and the outside may do to an execution: each request as the events it means. */
@Component
class Steering {

  private final StageCatalog catalog;

  Steering(StageCatalog catalog) {
    this.catalog = catalog;
  }

  /** Nothing where it has ended or is being cancelled already. */
  List<ExecutionEvent> cancel(Run run, String reason, Actor actor, Instant now) {
    return run.isOver() || run.isCanceled()
        ? List.of()
        : List.of(new CancelAsked(now, actor.name(), reason));
  }

  List<ExecutionEvent> pause(Run run, Actor actor, Instant now) {
    if (run.status() != ExecutionStatus.RUNNING) {
      throw new NotPossible("Only a running execution can be paused; it is " + run.status());
    }
    return List.of(new Paused(now, actor.name()));
  }

  List<ExecutionEvent> resume(Run run, Actor actor, Instant now) {
    if (run.status() != ExecutionStatus.PAUSED) {
      throw new NotPossible("Only a paused execution can be resumed; it is " + run.status());
    }
    return List.of(new Resumed(now, actor.name()));
  }

  List<ExecutionEvent> signal(
      Run run, String stageId, Map<String, Object> values, Actor actor, Instant now) {
    RunStage stage = stage(run, stageId);
    if (!stage.isRunning() && !stage.isHeld()) {
      throw new NotPossible(
          "%s does not run, it is %s: nothing would hear it"
              .formatted(stage.plan().name(), stage.status()));
    }
    if (Boolean.TRUE.equals(values.get("manualSkip")) && !skippable(stage)) {
      throw new NotPossible(
          "%s cannot be skipped; cancel the execution, or let its type or canManuallySkip allow it"
              .formatted(stage.plan().name()));
    }
    return List.of(new Signalled(now, stageId, PlainJson.map(values), actor));
  }

  List<ExecutionEvent> restart(
      Run run, String stageId, Map<String, Object> changed, Actor actor, Instant now) {
    RunStage stage = stage(run, stageId);
    if (!stage.isTopLevel()) {
      throw new NotPossible(
          "%s is part of %s; restart that"
              .formatted(
                  stage.plan().name(),
                  run.stage(String.valueOf(stage.plan().parentId())).plan().name()));
    }
    List<RunStage> reset = Ancestry.downstream(run, stage);
    Optional<RunStage> running = reset.stream().filter(RunStage::isRunning).findFirst();
    if (running.isPresent()) {
      throw new NotPossible(
          "%s runs; wait for it, or cancel the execution first"
              .formatted(running.get().plan().name()));
    }
    if (!Rules.mayStart(stage, Rules.byRefId(run.topLevel()))) {
      throw new NotPossible(
          "%s could not start: not all it waits for has succeeded; restart that instead"
              .formatted(stage.plan().name()));
    }
    if (!run.isOver() && stage.status() == ExecutionStatus.NOT_STARTED) {
      throw new NotPossible("%s is about to start anyway".formatted(stage.plan().name()));
    }
    return List.of(
        new Restarted(
            now,
            stageId,
            PlainJson.map(changed),
            actor.name(),
            reset.stream().map(RunStage::id).toList()));
  }

  private boolean skippable(RunStage stage) {
    return stage.flag("canManuallySkip", false)
        || stage.flag("skippable", false)
        || catalog.find(stage.plan().type()).filter(StageType::skippable).isPresent();
  }

  private static RunStage stage(Run run, String stageId) {
    RunStage stage = run.stages().get(stageId);
    if (stage == null) {
      throw new NoSuchExecution("Execution " + run.id() + " has no stage " + stageId);
    }
    return stage;
  }
}

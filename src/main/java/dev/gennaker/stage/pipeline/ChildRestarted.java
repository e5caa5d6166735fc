package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionRestarted;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.execution.StageState;
import dev.gennaker.security.Actor;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A run that is restarted takes the stage along that had waited for it: it waits again. */
@Component
class ChildRestarted {

  private static final Logger LOG = LoggerFactory.getLogger(ChildRestarted.class);

  private final Executions executions;

  ChildRestarted(Executions executions) {
    this.executions = executions;
  }

  @EventListener
  void on(ExecutionRestarted restarted) {
    executions
        .find(restarted.executionId(), Actor.SYSTEM)
        .ifPresent(
            child -> {
              if (child.trigger().get("parentExecution") instanceof Map<?, ?> parent
                  && parent.get("id") instanceof String id
                  && child.trigger().get("parentPipelineStageId") instanceof String stageId) {
                waitAgain(child, id, stageId);
              }
            });
  }

  private void waitAgain(Execution child, String parentId, String stageId) {
    try {
      executions.find(parentId, Actor.SYSTEM).stream()
          .flatMap(parent -> parent.stages().stream())
          .filter(stage -> stage.id().equals(stageId) && stage.status().isComplete())
          .filter(ChildRestarted::hadWaited)
          .forEach(
              stage ->
                  executions.restart(
                      parentId,
                      stageId,
                      ChildId.following(child.id(), stage.attempt() + 1),
                      Actor.SYSTEM));
    } catch (NotPossible | NoSuchExecution e) {
      LOG.info(
          "Execution {} runs again, but {} that had started it does not: {}",
          child.id(),
          parentId,
          e.getMessage());
    }
  }

  private static boolean hadWaited(StageState stage) {
    return !"false".equals(String.valueOf(stage.context().get("waitForCompletion")));
  }
}

package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.nodes.FromOtherNode;
import dev.gennaker.security.Actor;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes the stage that waits for a run as soon as that run ends, on the node that ended it; on a
 * thread of its own, because the event arrives while the transaction that ended the run is still
 * being cleared away.
 */
@Component
class ChildEnded implements DisposableBean {

  private final Executions executions;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ChildEnded(Executions executions) {
    this.executions = executions;
  }

  @EventListener
  void on(PayloadApplicationEvent<ExecutionChanged> event) {
    ExecutionChanged changed = event.getPayload();
    if (event instanceof FromOtherNode<?>) {
      return;
    }
    if (changed.status().isComplete() && !threads.isShutdown()) {
      threads.execute(
          () -> executions.find(changed.executionId(), Actor.SYSTEM).ifPresent(this::wakeParent));
    }
  }

  @Override
  public void destroy() {
    threads.close();
  }

  private void wakeParent(Execution child) {
    if (child.trigger().get("parentExecution") instanceof Map<?, ?> parent
        && parent.get("id") instanceof String id
        && child.trigger().get("parentPipelineStageId") instanceof String stageId) {
      try {
        executions.signal(id, stageId, Map.of("childEnded", child.id()), Actor.SYSTEM);
      } catch (NotPossible | NoSuchExecution _) {
        // Nobody waits for it any more.
      }
    }
  }
}

package dev.gennaker.ui.runs;

import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Executions;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.NavCount;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How many runs go on. */
@Component
class RunningCount implements NavCount {

  private static final int MOST = 100;

  private final Executions executions;

  RunningCount(Executions executions) {
    this.executions = executions;
  }

  @Override
  public Class<? extends com.vaadin.flow.component.Component> view() {
    return RunsView.class;
  }

  @Override
  public long count(Actor actor) {
    Set<ExecutionStatus> going =
        Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PAUSED, ExecutionStatus.SUSPENDED);
    return executions
        .list(new ExecutionQuery(null, null, Set.of(), going, null, MOST), actor)
        .size();
  }

  @Override
  public boolean changedBy(Object event) {
    return event instanceof ExecutionChanged;
  }
}

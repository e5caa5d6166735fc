package dev.gennaker.execution;

import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Starting, watching and steering executions; every call checks what the actor may. */
@Service
public class Executions {

  /**
   * Starts a run; it is durable when this returns.
   *
   * @return its id; the id of the existing one when the trigger's {@code correlationId} was seen
   *     before
   * @throws dev.gennaker.pipeline.PipelineInvalid when it cannot run: unknown types, broken graph,
   *     missing parameters
   * @throws dev.gennaker.security.NotPermitted without EXECUTE on the application
   */
  public String start(StartRequest request, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The whole execution; empty when unknown. Needs READ. */
  public Optional<Execution> find(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Headers of the executions the actor may read, newest first. */
  public List<ExecutionHeader> list(ExecutionQuery query, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** What happened, oldest first, for audit and replay. Needs READ. */
  public List<ExecutionEvent> events(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Cancels at once; an execution that has ended stays as it is. Needs EXECUTE. */
  public void cancel(String id, String reason, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs a top-level stage and all downstream of it again.
   *
   * @param changed settings to use instead of the written ones; empty for none
   * @throws NotPossible while the stage runs
   */
  public void restart(String id, String stageId, Map<String, Object> changed, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Says something to a running stage ({@code skipRemainingWait}, {@code manualSkip}, …) and wakes
   * it.
   *
   * @throws NotPossible when the stage is not running
   */
  public void signal(String id, String stageId, Map<String, Object> values, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Removes an ended execution. Needs WRITE. */
  public void delete(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }
}

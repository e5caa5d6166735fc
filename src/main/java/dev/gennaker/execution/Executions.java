package dev.gennaker.execution;

import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starting, watching and steering executions; every call checks what the actor may. */
@Service
public class Executions {

  private static final int PATIENCE = 50;

  private final Starts starts;
  private final Archive archive;
  private final Announcer announcer;
  private final Planner planner;
  private final Steering steering;
  private final Journal journal;
  private final Headers headers;
  private final WorkQueue queue;
  private final Engine engine;
  private final Permissions permissions;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Executions(
      Starts starts,
      Archive archive,
      Announcer announcer,
      Planner planner,
      Steering steering,
      Journal journal,
      Headers headers,
      WorkQueue queue,
      Engine engine,
      Permissions permissions,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.starts = starts;
    this.archive = archive;
    this.announcer = announcer;
    this.planner = planner;
    this.steering = steering;
    this.journal = journal;
    this.headers = headers;
    this.queue = queue;
    this.engine = engine;
    this.permissions = permissions;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

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
    return starts.start(request, actor);
  }

  /**
   * What a run would do if it started now, without doing any of it. Needs READ.
   *
   * @throws dev.gennaker.pipeline.PipelineInvalid when it could not be started
   */
  public ExecutionPlan plan(StartRequest request, Actor actor) {
    return planner.plan(request, actor);
  }

  /** The whole execution; empty when unknown. Needs READ. */
  public Optional<Execution> find(String id, Actor actor) {
    return journal.load(id).map(run -> permitted(run, actor, Permission.READ).view());
  }

  /** Headers of the executions the actor may read, newest first. */
  public List<ExecutionHeader> list(ExecutionQuery query, Actor actor) {
    if (query.application() != null) {
      permissions.require(actor, Permission.READ, query.application());
      return headers.list(query, null);
    }
    return headers.list(
        query,
        actor.isAdmin()
            ? null
            : headers.applications().stream()
                .filter(application -> permissions.allows(actor, Permission.READ, application))
                .toList());
  }

  /** What happened, oldest first, for audit and replay. Needs READ. */
  public List<ExecutionEvent> events(String id, Actor actor) {
    permitted(known(id), actor, Permission.READ);
    return journal.events(id);
  }

  /** All that happened in it as one JSON document, to keep elsewhere. Needs READ. */
  public String export(String id, Actor actor) {
    return archive.export(permitted(known(id), actor, Permission.READ));
  }

  /** Cancels at once; an execution that has ended stays as it is. Needs EXECUTE. */
  public void cancel(String id, String reason, Actor actor) {
    change(id, actor, Permission.EXECUTE, r -> steering.cancel(r, reason, actor, clock.instant()));
  }

  /**
   * Runs a top-level stage and all downstream of it again.
   *
   * @param changed settings to use instead of the written ones; empty for none
   * @throws NotPossible while the stage runs
   */
  public void restart(String id, String stageId, Map<String, Object> changed, Actor actor) {
    change(
        id,
        actor,
        Permission.EXECUTE,
        run -> steering.restart(run, stageId, changed, actor, clock.instant()));
    announcer.restarted(id, stageId);
  }

  /**
   * Says something to a running stage ({@code skipRemainingWait}, {@code manualSkip}, …) and wakes
   * it.
   *
   * @throws NotPossible when the stage is not running
   */
  public void signal(String id, String stageId, Map<String, Object> values, Actor actor) {
    signal(id, stageId, values, actor, Permission.EXECUTE);
  }

  /** Removes an ended execution. Needs WRITE. */
  public void delete(String id, Actor actor) {
    Run run = permitted(known(id), actor, Permission.WRITE);
    if (!run.isOver()) {
      throw new NotPossible("It is " + run.status() + "; cancel it first, then delete it");
    }
    transactions.executeWithoutResult(tx -> journal.delete(id));
  }

  /**
   * As {@link #signal(String, String, Map, Actor)}, for callers that check more closely themselves:
   * asks only for the given permission.
   */
  public void signal(
      String id, String stageId, Map<String, Object> values, Actor actor, Permission needed) {
    change(id, actor, needed, run -> steering.signal(run, stageId, values, actor, clock.instant()));
  }

  /**
   * Starts nothing and looks at nothing until {@link #resume}; what runs outside goes on there.
   *
   * @throws NotPossible unless it runs
   */
  public void pause(String id, Actor actor) {
    change(id, actor, Permission.EXECUTE, run -> steering.pause(run, actor, clock.instant()));
  }

  /**
   * @throws NotPossible unless it is paused
   */
  public void resume(String id, Actor actor) {
    change(id, actor, Permission.EXECUTE, run -> steering.resume(run, actor, clock.instant()));
  }

  private void change(
      String id, Actor actor, Permission needed, Function<Run, List<ExecutionEvent>> meaning) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      if (Boolean.TRUE.equals(transactions.execute(tx -> tryChange(id, actor, needed, meaning)))) {
        return;
      }
    }
    throw new IllegalStateException("the journal of " + id + " would not hold still");
  }

  private boolean tryChange(
      String id, Actor actor, Permission needed, Function<Run, List<ExecutionEvent>> meaning) {
    Run run = permitted(known(id), actor, needed);
    List<ExecutionEvent> events = meaning.apply(run);
    if (events.isEmpty()) {
      return true;
    }
    if (journal.append(run, events) == null) {
      return false;
    }
    queue.wake(id);
    AfterCommit.run(() -> engine.poke(id));
    return true;
  }

  private Run known(String id) {
    return journal.load(id).orElseThrow(() -> new NoSuchExecution("There is no execution " + id));
  }

  private Run permitted(Run run, Actor actor, Permission needed) {
    permissions.require(actor, needed, run.created().application());
    return run;
  }
}

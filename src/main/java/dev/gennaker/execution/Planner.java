package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.PlanWorld;
import dev.gennaker.stage.StageCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes plans: plays an execution with the real rules and expressions, but in no real world. */
@Component
class Planner {

  private final StartCheck check;
  private final StageCatalog catalog;
  private final Preparation preparation;
  private final Headers headers;
  private final Permissions permissions;
  private final ObjectProvider<PlanWorld> worlds;
  private final Clock clock;

  Planner(
      StartCheck check,
      StageCatalog catalog,
      Preparation preparation,
      Headers headers,
      Permissions permissions,
      ObjectProvider<PlanWorld> worlds,
      Clock clock) {
    this.check = check;
    this.catalog = catalog;
    this.preparation = preparation;
    this.headers = headers;
    this.permissions = permissions;
    this.worlds = worlds;
    this.clock = clock;
  }

  /**
   * @throws PipelineInvalid where it could not even start
   */
  ExecutionPlan plan(StartRequest request, Actor actor) {
    permissions.require(actor, Permission.READ, request.application());
    Map<String, Object> trigger = check.trigger(request, actor);
    Instant now = clock.instant();
    Run run = Run.of("plan-" + Ulid.at(now), List.of(created(request, trigger, actor, now)));
    UnaryOperator<Runnable> world =
        worlds.stream()
            .map(PlanWorld::open)
            .reduce((outer, inner) -> look -> outer.apply(inner.apply(look)))
            .orElse(UnaryOperator.identity());
    return new Play(run, catalog, preparation, world).plan(before(request, actor));
  }

  /** Nothing is tried twice in a plan. */
  private static Created created(
      StartRequest request, Map<String, Object> trigger, Actor actor, Instant now) {
    Created real = Starts.created(request, trigger, actor, now);
    return new Created(
        real.at(),
        real.kind(),
        real.application(),
        real.name(),
        real.pipelineId(),
        real.revision(),
        real.trigger(),
        real.startedBy(),
        Limits.NONE,
        real.stages().stream().map(Planner::once).toList());
  }

  private static PlannedStage once(PlannedStage stage) {
    Map<String, Object> settings = new LinkedHashMap<>(stage.settings());
    settings.remove(RetryPolicy.KEY);
    return new PlannedStage(
        stage.id(),
        stage.refId(),
        stage.type(),
        stage.name(),
        stage.parentId(),
        stage.requisites(),
        settings,
        stage.mayFail());
  }

  private List<String> before(StartRequest request, Actor actor) {
    List<String> before = new ArrayList<>();
    if (!permissions.allows(actor, Permission.EXECUTE, request.application())) {
      before.add(
          "%s may not start pipelines of %s; EXECUTE is needed"
              .formatted(actor.name(), request.application()));
    }
    int most = Starts.limits(request).most();
    if (most > 0 && request.pipelineId() != null) {
      List<ExecutionHeader> running =
          headers.list(
              new ExecutionQuery(
                  request.application(),
                  null,
                  Set.of(request.pipelineId()),
                  Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PAUSED),
                  null,
                  most),
              null);
      if (running.size() >= most) {
        before.add(
            "Waits for run %s of this pipeline, started by %s; at most %d may run at once"
                .formatted(running.getLast().id(), running.getLast().startedBy(), most));
      }
    }
    return before;
  }
}

package dev.gennaker.execution;

import dev.gennaker.security.Actor;
import dev.gennaker.security.Permissions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What the engine does and what everything waits for, over all applications: for administrators.
 * What it reads is bounded, however much waits.
 */
@Service
public class EngineState {

  private static final int SHOWN = 50;

  private final QueueRows rows;
  private final QueueWatch watch;
  private final Permissions permissions;
  private final Clock clock;

  EngineState(QueueRows rows, QueueWatch watch, Permissions permissions, Clock clock) {
    this.rows = rows;
    this.watch = watch;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * @throws dev.gennaker.security.NotPermitted unless the actor is an administrator
   */
  public EngineNow now(Actor actor) {
    permissions.requireAdmin(actor);
    return new EngineNow(
        clock.instant(),
        rows.figures(),
        rows.due(SHOWN),
        rows.workedOn(SHOWN),
        watch.lag(),
        watch.losses());
  }

  /**
   * Executions that are not over, the longest in their place first.
   *
   * @throws dev.gennaker.security.NotPermitted unless the actor is an administrator
   */
  public List<Standing> standing(StandingQuery query, Actor actor) {
    permissions.requireAdmin(actor);
    return rows.standing(query);
  }
}

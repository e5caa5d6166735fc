package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.RUNNING;
import static org.awaitility.Awaitility.await;

import dev.gennaker.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;

/** An engine to work with, its clock and what to wait for. */
abstract class EngineScene {

  static final Actor DEV = new Actor("dev", java.util.Set.of(Actor.ADMIN));

  @Autowired Executions executions;
  @Autowired ScriptedStage scripted;
  @Autowired SettableClock clock;
  @Autowired WorkQueue queue;

  String start(List<Map<String, Object>> stages) {
    return executions.start(Runs.request(stages, Map.of()), DEV);
  }

  void crank(Duration by) {
    clock.advance(by);
    queue.check();
  }

  Execution awaitEnd(String id) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> executions.find(id, DEV).orElseThrow(), run -> run.status().isComplete());
  }

  StageState awaitWaiting(String id, String reason) {
    return awaitWaiting(id, RUNNING, reason::equals);
  }

  /** A stage in that status that waits, for a reason like that. */
  StageState awaitWaiting(String id, ExecutionStatus status, Predicate<String> reason) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                executions.find(id, DEV).orElseThrow().stages().stream()
                    .filter(s -> s.status() == status && s.waiting() != null)
                    .filter(s -> reason.test(s.waiting().reason()))
                    .findFirst()
                    .orElse(null),
            java.util.Objects::nonNull);
  }

  ExecutionHeader header(String id) {
    return executions.list(ExecutionQuery.newest(500), DEV).stream()
        .filter(header -> header.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}

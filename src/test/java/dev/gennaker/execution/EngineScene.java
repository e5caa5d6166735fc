package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.RUNNING;
import static org.awaitility.Awaitility.await;

import dev.gennaker.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                executions.find(id, DEV).orElseThrow().stages().stream()
                    .filter(s -> s.status() == RUNNING && s.waiting() != null)
                    .filter(s -> s.waiting().reason().equals(reason))
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

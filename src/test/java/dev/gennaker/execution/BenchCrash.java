package dev.gennaker.execution;

import dev.gennaker.database.TestDatabase;
import dev.gennaker.security.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node with 200 executions under way, each of ten half-second tasks, is killed and started again.
 */
final class BenchCrash {

  private static final int RUNS = 200;
  private static final int TASKS = 10;

  private final TestDatabase database;
  private final Path folder;

  BenchCrash(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Two looks at each task: half of them are done. */
  private long worked() {
    try (Stream<String> lines = Files.lines(folder.resolve("doomed.log"))) {
      return lines.filter(line -> line.equals("works")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String run() throws Exception {
    Node.migrate(database);
    BenchLoads.createTable(database);
    List<String> ids = new ArrayList<>();
    try (ConfigurableApplicationContext first = Node.start(database.properties())) {
      // Handed over before they are begun: what a node finds when it comes up.
      first.getBean(EngineLifecycle.class).stop();
      for (int i = 0; i < RUNS; i++) {
        ids.add(
            first
                .getBean(Executions.class)
                .start(
                    Runs.request(BenchLoads.chain(TASKS, Map.of("workMillis", 500)), Map.of()),
                    Actor.SYSTEM));
      }
    }
    Process doomed = Node.fork("doomed", database, folder);
    BenchLoads.await(Duration.ofMinutes(2), () -> worked() > RUNS * TASKS);
    doomed.destroyForcibly().waitFor();
    long killed = System.nanoTime();
    try (ConfigurableApplicationContext again = Node.start(database.properties())) {
      Executions executions = again.getBean(Executions.class);
      Map<String, Long> before = new HashMap<>();
      ids.forEach(id -> before.put(id, executions.find(id, Actor.SYSTEM).orElseThrow().version()));
      Set<String> still = new HashSet<>(ids);
      still.removeIf(id -> executions.find(id, Actor.SYSTEM).orElseThrow().status().isComplete());
      int underWay = still.size();
      BenchLoads.await(
          Duration.ofMinutes(3),
          () -> {
            still.removeIf(
                id -> executions.find(id, Actor.SYSTEM).orElseThrow().version() > before.get(id));
            return still.isEmpty();
          });
      double goingOn = (System.nanoTime() - killed) / 1e9;
      BenchLoads.await(
          Duration.ofMinutes(3),
          () ->
              ids.stream()
                  .allMatch(
                      id -> executions.find(id, Actor.SYSTEM).orElseThrow().status().isComplete()));
      double done = (System.nanoTime() - killed) / 1e9;
      long lost =
          ids.stream()
              .filter(
                  id ->
                      executions.find(id, Actor.SYSTEM).orElseThrow().status()
                          != ExecutionStatus.SUCCEEDED)
              .count();
      int operations =
          again
              .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
              .sql("select count(*) from work")
              .query(Integer.class)
              .single();
      return "%d under way, all going on after %.1f s, done after %.1f s; %d lost, %d operations twice"
          .formatted(underWay, goingOn, done, lost, operations - RUNS * TASKS);
    }
  }
}

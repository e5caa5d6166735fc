package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.gennaker.database.PostgresServer;
import dev.gennaker.database.TestDatabase;
import dev.gennaker.nodes.MayHaveChanged;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process is killed in the middle of its work, and somebody else goes on. */
class KilledNodeTests {

  private static final Duration LONG = Duration.ofSeconds(120);

  @TempDir Path logs;

  @Test
  void anotherNodeGoesOnWithinTenSeconds() throws Exception {
    TestDatabase database = PostgresServer.createDatabase();
    Node.migrate(database);
    Process doomed = Node.fork("doomed", database, logs);
    try (ConfigurableApplicationContext here = Node.start(sees(database))) {
      Nodes nodes = here.getBean(Nodes.class);
      Executions executions = here.getBean(Executions.class);
      JdbcClient jdbc = here.getBean(JdbcClient.class);
      List<String> ids = new ArrayList<>();
      here.getBean(Scheduler.class).pause();
      for (int i = 0; i < 12; i++) {
        ids.add(start(executions));
      }
      await().atMost(LONG).until(() -> operations(LoggedStage.looks(jdbc), "doomed").size() == 12);
      assertThat(nodes.list()).extracting(node -> node.executions()).containsOnly(0, 12);
      here.getBean(Scheduler.class).resume();
      Heard heard = Heard.on(here);
      for (int i = 0; i < 12; i++) {
        ids.add(start(executions));
      }

      doomed.destroyForcibly().waitFor();

      awaitEnds(executions, ids, Duration.ofSeconds(10));
      List<LoggedStage.Look> looks = LoggedStage.looks(jdbc);
      Set<String> taken = operations(looks, "doomed");
      assertThat(operations(looks, "here")).hasSize(48).containsAll(taken);
      assertThat(looks).hasSize(48 + taken.size());
      List<LeaseLost> losses = here.getBean(QueueWatch.class).losses();
      assertThat(losses).extracting(LeaseLost::executionId).containsAll(ids.subList(0, 12));
      assertThat(losses)
          .allSatisfy(loss -> assertThat(loss.lastHeartbeat()).isBefore(loss.at()))
          .extracting(LeaseLost::node)
          .doesNotContain(nodes.self());
      assertThat(lost(here)).isEqualTo(losses.size());
      await().until(() -> nodes.list().stream().anyMatch(node -> !node.alive()));
      await().until(() -> heard.own(MayHaveChanged.class));
    } finally {
      doomed.destroyForcibly();
    }
  }

  @Test
  void theSameNodeStartedAgainGoesOn() throws Exception {
    TestDatabase database =
        new TestDatabase(
            "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                .formatted(logs.resolve("db").toAbsolutePath()),
            "sa",
            "");
    Node.migrate(database);
    List<String> ids = new ArrayList<>();
    try (ConfigurableApplicationContext first = Node.start(database.properties())) {
      // Handed over before they are done: what a node finds when it comes up.
      first.getBean(EngineLifecycle.class).stop();
      Executions executions = first.getBean(Executions.class);
      for (int i = 0; i < 10; i++) {
        ids.add(start(executions));
      }
    }
    Process doomed = Node.fork("doomed", database, logs);
    await().atMost(LONG).until(() -> hanging(logs.resolve("doomed.log")) == 10);
    doomed.destroyForcibly().waitFor();

    try (ConfigurableApplicationContext again = Node.start(database.properties())) {
      awaitEnds(again.getBean(Executions.class), ids, Duration.ofSeconds(10));
      List<LoggedStage.Look> looks = LoggedStage.looks(again.getBean(JdbcClient.class));
      Set<String> all = looks.stream().map(LoggedStage.Look::operation).collect(Collectors.toSet());
      assertThat(all).hasSize(20);
      assertThat(operations(looks, "doomed")).hasSize(10).isSubsetOf(operations(looks, "here"));
    }
  }

  private static String[] sees(TestDatabase database) {
    List<String> properties = new ArrayList<>(List.of(database.properties()));
    properties.add("gennaker.node.heartbeat=500ms");
    properties.add("gennaker.node.lost-after=4s");
    return properties.toArray(String[]::new);
  }

  private static String start(Executions executions) {
    Map<String, Object> first = Runs.stage("1", "first");
    first.put("type", "logged");
    first.put("hangsOn", "doomed");
    Map<String, Object> second = Runs.stage("2", "second", "1");
    second.put("type", "logged");
    return executions.start(Runs.request(List.of(first, second), Map.of()), Actor.SYSTEM);
  }

  private static void awaitEnds(Executions executions, List<String> ids, Duration within) {
    Set<String> open = new HashSet<>(ids);
    await()
        .atMost(within)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              open.removeIf(
                  id ->
                      executions.find(id, Actor.SYSTEM).orElseThrow().status()
                          == ExecutionStatus.SUCCEEDED);
              assertThat(open).isEmpty();
            });
  }

  private static Set<String> operations(List<LoggedStage.Look> looks, String node) {
    return looks.stream()
        .filter(look -> look.node().equals(node))
        .map(LoggedStage.Look::operation)
        .collect(Collectors.toSet());
  }

  /** What the counter for monitoring says. */
  private static double lost(ConfigurableApplicationContext node) {
    return node.getBean(EngineMeters.class)
        .registry()
        .get("gennaker.lease.losses")
        .counter()
        .count();
  }

  private static long hanging(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.equals("hangs")).count();
  }
}

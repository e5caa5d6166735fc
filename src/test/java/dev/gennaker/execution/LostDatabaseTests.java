package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gennaker.database.StoppablePostgres;
import dev.gennaker.nodes.Database;
import dev.gennaker.nodes.DatabaseLost;
import dev.gennaker.nodes.MayHaveChanged;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL goes away in the middle of everything, and comes back. */
class LostDatabaseTests {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void runsGoOnWhenItIsBack() {
    try (StoppablePostgres postgres = new StoppablePostgres(folder.resolve("data"))) {
      Node.migrate(postgres.database());
      try (ConfigurableApplicationContext node = start(postgres)) {
        Executions executions = node.getBean(Executions.class);
        Nodes nodes = node.getBean(Nodes.class);
        ScriptedStage scripted = node.getBean(ScriptedStage.class);
        CountDownLatch back = script(scripted, node.getBean(JdbcClient.class));
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("in a look", "between looks", "asks the database")) {
          for (int i = 0; i < 3; i++) {
            ids.add(
                executions.start(
                    Runs.request(
                        List.of(Runs.scripted("1", kind, kind), Runs.stage("2", "after", "1")),
                        Map.of()),
                    Actor.SYSTEM));
          }
        }
        await()
            .atMost(LONG)
            .until(
                () ->
                    scripted.looks().stream().distinct().count() == 3
                        && scripted.looks().size() >= 9);
        Heard heard = Heard.on(node);

        postgres.stop();

        await().atMost(LONG).until(() -> nodes.databaseLostSince().isPresent());
        await().until(() -> heard.own(DatabaseLost.class));
        assertThat(heard.own(MayHaveChanged.class)).isFalse();
        assertThatThrownBy(
                () -> executions.start(Runs.request(Runs.chain("a"), Map.of()), Actor.SYSTEM))
            .satisfies(thrown -> assertThat(Database.didNotAnswer(thrown)).isTrue());
        back.countDown();

        postgres.startAgain();

        await().atMost(LONG).until(() -> nodes.databaseLostSince().isEmpty());
        await().until(() -> heard.own(MayHaveChanged.class));
        await()
            .atMost(Duration.ofSeconds(15))
            .untilAsserted(
                () ->
                    assertThat(ids)
                        .extracting(id -> executions.find(id, Actor.SYSTEM).orElseThrow().status())
                        .containsOnly(ExecutionStatus.SUCCEEDED));
      }
    }
  }

  private static CountDownLatch script(ScriptedStage scripted, JdbcClient jdbc) {
    CountDownLatch back = new CountDownLatch(1);
    scripted.script(
        "in a look",
        stage -> {
          try {
            back.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Outcome.done();
        });
    scripted.script(
        "between looks",
        stage ->
            back.getCount() == 0
                ? Outcome.done()
                : new Outcome.LookAgain(
                    Duration.ofMillis(200), Waiting.on("for the database"), Map.of()));
    scripted.script(
        "asks the database",
        stage -> {
          do {
            jdbc.sql("select count(*) from look").query(Integer.class).single();
          } while (back.getCount() > 0);
          return Outcome.done();
        });
    return back;
  }

  private static ConfigurableApplicationContext start(StoppablePostgres postgres) {
    return Node.start(
        Stream.concat(
                Stream.of(postgres.database().properties()),
                Stream.of("spring.datasource.hikari.connection-timeout=2000"))
            .toArray(String[]::new));
  }
}

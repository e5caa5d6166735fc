package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.database.PostgresServer;
import dev.gennaker.database.TestDatabase;
import dev.gennaker.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * While nodes are upgraded one after another, one of the old version meets tables of the new one.
 */
class OlderNodeTests {

  private static final String OWN = "classpath:db/migration/execution";

  @TempDir Path newer;

  private static void migrate(TestDatabase database, String... locations) {
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations(locations)
        .table("history_execution")
        .load()
        .migrate();
  }

  @Test
  void startsAndWorksOnTablesANewerVersionAddedTo() throws IOException {
    TestDatabase database = PostgresServer.createDatabase();
    Node.migrate(database);
    BenchLoads.createTable(database);
    Files.writeString(
        newer.resolve("V999__later.sql"),
        """
        alter table execution add column later text;
        create table later (id text);
        """);
    migrate(database, OWN, "filesystem:" + newer);

    migrate(database, OWN);
    String[] settings =
        Stream.of(database.properties())
            .map(property -> property.replaceFirst("^--", ""))
            .toArray(String[]::new);
    try (ConfigurableApplicationContext old = Node.start(settings)) {
      Executions executions = old.getBean(Executions.class);
      String id =
          executions.start(Runs.request(BenchLoads.chain(3, Map.of()), Map.of()), Actor.SYSTEM);
      ExecutionStatus status =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> executions.find(id, Actor.SYSTEM).orElseThrow().status(),
                  ExecutionStatus::isComplete);
      assertThat(status).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }
}

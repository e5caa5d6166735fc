package dev.gennaker.execution;

import dev.gennaker.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What benchmarks put on the engine. */
final class BenchLoads {

  private BenchLoads() {}

  static TestDatabase h2(Path folder) {
    return new TestDatabase(
        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(folder.resolve("db").toAbsolutePath()),
        "sa",
        "");
  }

  static void createTable(TestDatabase database) {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.username(), database.password())) {
      connection
          .createStatement()
          .execute("create table work (operation text primary key, begun bigint)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Map<String, Object>> chain(int length, Map<String, Object> settings) {
    List<Map<String, Object>> stages = new ArrayList<>();
    for (int i = 1; i <= length; i++) {
      stages.add(stage(i, settings, i == 1 ? List.of() : List.of(String.valueOf(i - 1))));
    }
    return stages;
  }

  /** One, so many beside each other after it, and one after all of them. */
  static List<Map<String, Object>> fan(int width) {
    List<Map<String, Object>> stages = new ArrayList<>(List.of(stage(1, Map.of(), List.of())));
    List<String> all = new ArrayList<>();
    for (int i = 2; i < width + 2; i++) {
      stages.add(stage(i, Map.of(), List.of("1")));
      all.add(String.valueOf(i));
    }
    stages.add(stage(width + 2, Map.of(), all));
    return stages;
  }

  private static Map<String, Object> stage(
      int refId, Map<String, Object> settings, List<String> requisites) {
    Map<String, Object> stage = new HashMap<>(settings);
    stage.put("refId", String.valueOf(refId));
    stage.put("type", "bench");
    stage.put("name", "stage " + refId);
    stage.put("requisiteStageRefIds", requisites);
    return stage;
  }

  /** Puts so many ended executions into the lists: copies of one, at other times. */
  static void store(JdbcClient jdbc, int count) {
    jdbc.sql(
            """
            insert into execution (id, kind, application, name, pipeline_id, status, created_at,
              started_at, ended_at, trigger_type, started_by, waiting, stages, version,
              in_line_since)
            select '00' || lpad(cast(n as varchar(24)), 24, '0'), e.kind,
              case when mod(n, 3) = 0 then 'shop' else 'other' end, e.name, e.pipeline_id, e.status,
              e.created_at - n * interval '1' second, e.started_at, e.ended_at, e.trigger_type, e.started_by, e.waiting,
              e.stages, e.version, e.in_line_since
            from generate_series(1, ?) as s(n),
              (select * from execution where status = 'SUCCEEDED' fetch first 1 row only) e
            """)
        .param(count)
        .update();
  }

  static void await(Duration most, BooleanSupplier condition) {
    await(most, Duration.ofMillis(1), condition);
  }

  static void await(Duration most, Duration pause, BooleanSupplier condition) {
    long until = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not within " + most);
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}

package dev.gennaker.execution;

import dev.gennaker.database.TestDatabase;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes every look outside the journal, and never comes back on the node it is told to hang on. */
final class LoggedStage implements StageType<LoggedStage.Settings> {

  record Settings(String hangsOn) {}

  /** One look. */
  record Look(String node, String stageId, String operation) {}

  private final JdbcClient jdbc;
  private final String node = System.getProperty("node", "here");

  LoggedStage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static void createTable(TestDatabase database) {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.username(), database.password())) {
      connection
          .createStatement()
          .execute("create table look (node text, stage_id text, operation text)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Look> looks(JdbcClient jdbc) {
    return jdbc.sql("select node, stage_id, operation from look")
        .query((row, number) -> new Look(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  @Override
  public Outcome run(Settings settings, StageContext context) {
    jdbc.sql("insert into look values (?, ?, ?)")
        .params(node, context.stageId(), context.operationKey("work"))
        .update();
    if (node.equals(settings.hangsOn())) {
      // Read from the log of the process, when its database cannot be.
      System.out.println("hangs");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return Outcome.done(Map.of("node", node));
  }

  @Override
  public String type() {
    return "logged";
  }

  @Override
  public String label() {
    return "Logged";
  }

  @Override
  public String description() {
    return "Notes every look";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "flask";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "";
  }
}

package dev.gennaker.execution;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does nothing, waits, or works a while and notes that it began; what benchmarks are made of. */
final class BenchStage implements StageType<BenchStage.Settings> {

  /**
   * @param waitSeconds waits so long
   * @param workMillis works so long outside
   */
  record Settings(Integer waitSeconds, Integer workMillis) {}

  private final JdbcClient jdbc;

  BenchStage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Outcome run(Settings settings, StageContext context) {
    if (settings.waitSeconds() != null) {
      Instant end = context.startedAt().plusSeconds(settings.waitSeconds());
      return context.now().isBefore(end)
          ? new Outcome.Held(Waiting.on("Waits until " + end), end, Map.of())
          : Outcome.done();
    }
    if (settings.workMillis() != null) {
      return work(settings.workMillis(), context);
    }
    return Outcome.done();
  }

  /** As an operation at a cluster: begun once under its key, then followed. */
  private Outcome work(int millis, StageContext context) {
    String key = context.operationKey("work");
    jdbc.sql("insert into work (operation, begun) values (?, ?) on conflict do nothing")
        .params(key, context.now().toEpochMilli())
        .update();
    // Read from the log of the process, when its database cannot be.
    System.out.println("works");
    long begun =
        jdbc.sql("select begun from work where operation = ?")
            .param(key)
            .query(Long.class)
            .single();
    long left = begun + millis - context.now().toEpochMilli();
    return left <= 0
        ? Outcome.done()
        : new Outcome.LookAgain(Duration.ofMillis(left), Waiting.on("Works"), Map.of());
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  @Override
  public String type() {
    return "bench";
  }

  @Override
  public String label() {
    return "Bench";
  }

  @Override
  public String description() {
    return "Does nothing, waits or works";
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

package dev.gennaker.execution;

import dev.gennaker.database.PostgresServer;
import dev.gennaker.database.TestDatabase;
import dev.gennaker.security.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the engine is: the same loads on an H2 file and on PostgreSQL, printed as a table. Run
 * by {@code bench/engine}; never part of the tests.
 */
final class EngineBench {

  private static final int STAGES = 10;

  private final ConfigurableApplicationContext node;
  private final Executions executions;
  private final JdbcClient jdbc;
  private final BenchTable table;

  private EngineBench(TestDatabase database, BenchTable table) {
    this.table = table;
    Node.migrate(database);
    BenchLoads.createTable(database);
    node = Node.start(database.properties());
    executions = node.getBean(Executions.class);
    jdbc = node.getBean(JdbcClient.class);
  }

  /**
   * @param args {@code h2}, {@code postgres} or both, none for both; then parts of it, none for
   *     all: {@code latency throughput waiting lists crash}
   */
  public static void main(String[] args) throws Exception {
    BenchCpu.begin();
    List<String> databases = List.of("h2", "postgres");
    List<String> wanted = Arrays.stream(args).filter(databases::contains).toList();
    wanted = wanted.isEmpty() ? databases : wanted;
    Set<String> parts = new HashSet<>(Arrays.asList(args));
    parts.removeAll(databases);
    BenchTable table = new BenchTable();
    for (String kind : wanted) {
      Path folder = Files.createTempDirectory("gennaker-bench");
      TestDatabase database =
          kind.equals("h2") ? BenchLoads.h2(folder) : PostgresServer.createDatabase();
      table.column(kind);
      new EngineBench(database, table).all(kind, folder, parts);
    }
    table.print();
    System.exit(0);
  }

  private void all(String kind, Path folder, Set<String> parts) throws Exception {
    run(500, BenchLoads.chain(STAGES, Map.of()));
    System.gc();
    if (wants("latency", parts)) {
      latency("chain of 10, median of 20", BenchLoads.chain(STAGES, Map.of()), false);
      latency("fan-out of 10 and join, median of 20", BenchLoads.fan(STAGES), true);
    }
    if (wants("throughput", parts)) {
      throughput();
    }
    if (wants("waiting", parts)) {
      waiting();
    }
    if (wants("lists", parts)) {
      lists();
    }
    node.close();
    if (wants("crash", parts)) {
      TestDatabase another =
          kind.equals("h2")
              ? BenchLoads.h2(folder.resolve("crash"))
              : PostgresServer.createDatabase();
      table.put("kill -9, 200 under way", new BenchCrash(another, folder).run());
    }
  }

  private static boolean wants(String part, Set<String> parts) {
    return parts.isEmpty() || parts.contains(part);
  }

  private void latency(String name, List<Map<String, Object>> stages, boolean worst)
      throws InterruptedException {
    double[] millis = new double[20];
    for (int i = 0; i < millis.length; i++) {
      // Not in step with any clock of the engine.
      Thread.sleep(150 + i * 37 % 50);
      long from = System.nanoTime();
      awaitEnd(start(stages));
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(millis);
    table.put(name, "%.1f ms".formatted(millis[millis.length / 2]));
    if (worst) {
      table.put("the same, worst", "%.1f ms".formatted(millis[millis.length - 1]));
    }
  }

  private void throughput() throws Exception {
    BenchCpu cpu = new BenchCpu();
    long from = System.nanoTime();
    run(500, BenchLoads.chain(STAGES, Map.of()));
    double seconds = (System.nanoTime() - from) / 1e9;
    double used = cpu.seconds();
    table.put("500 chains of 10, stages per second", "%.0f".formatted(500 * STAGES / seconds));
    table.put("CPU seconds per 1,000 stages, store included", "%.2f".formatted(used / 5));
  }

  private void waiting() throws Exception {
    long before = heap();
    accept("5,000 that wait an hour, accepted per second", 5_000);
    accept("5,000 more, accepted per second", 10_000);
    Thread.sleep(5_000);
    BenchCpu cpu = new BenchCpu();
    Map<String, Long> threads = BenchCpu.threads();
    Thread.sleep(20_000);
    table.put("CPU while 10,000 wait, cores", "%.4f".formatted(cpu.seconds() / 20));
    table.put("of that, threads of this process", BenchCpu.busiest(threads, 20));
    table.put("heap of each, KB", "%.1f".formatted((heap() - before) / 10_000.0 / 1024));
  }

  private void accept(String name, int waitingThen) throws Exception {
    List<Map<String, Object>> hour = BenchLoads.chain(1, Map.of("waitSeconds", 3600));
    BenchCpu cpu = new BenchCpu();
    long from = System.nanoTime();
    submit(5_000, hour);
    double submitted = (System.nanoTime() - from) / 1e9;
    awaitWaiting(waitingThen);
    double seconds = (System.nanoTime() - from) / 1e9;
    table.put(
        name,
        "%.0f (durable after %.1f s, %.1f CPU s)"
            .formatted(5_000 / seconds, submitted, cpu.seconds()));
  }

  private void lists() {
    BenchLoads.store(jdbc, 100_000);
    double[] millis = new double[100];
    String last = null;
    for (int i = 0; i < millis.length; i++) {
      long from = System.nanoTime();
      List<ExecutionHeader> page =
          executions.list(
              new ExecutionQuery(i % 2 == 0 ? "shop" : null, null, Set.of(), Set.of(), last, 50),
              Actor.SYSTEM);
      millis[i] = (System.nanoTime() - from) / 1e6;
      last = i % 10 == 9 ? null : page.getLast().id();
    }
    Arrays.sort(millis);
    table.put("100,000 stored, list page p95", "%.1f ms".formatted(millis[94]));
  }

  private void run(int count, List<Map<String, Object>> stages) throws Exception {
    submit(count, stages).forEach(this::awaitEnd);
  }

  private List<String> submit(int count, List<Map<String, Object>> stages) throws Exception {
    List<Future<String>> started = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < count; i++) {
        started.add(crowd.submit(() -> start(stages)));
      }
    }
    List<String> ids = new ArrayList<>();
    for (Future<String> one : started) {
      ids.add(one.get());
    }
    return ids;
  }

  private String start(List<Map<String, Object>> stages) {
    return executions.start(Runs.request(stages, Map.of()), Actor.SYSTEM);
  }

  private void awaitEnd(String id) {
    BenchLoads.await(
        Duration.ofMinutes(3),
        () -> executions.find(id, Actor.SYSTEM).orElseThrow().status().isComplete());
  }

  private void awaitWaiting(int count) {
    BenchLoads.await(
        Duration.ofMinutes(5),
        // Counting thousands of rows must not be what is measured.
        Duration.ofMillis(50),
        () ->
            jdbc.sql("select count(*) from execution where status = 'RUNNING' and waiting <> ''")
                    .query(Integer.class)
                    .single()
                == count);
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

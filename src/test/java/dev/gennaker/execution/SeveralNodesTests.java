package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.gennaker.database.PostgresServer;
import dev.gennaker.database.TestDatabase;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.pipeline.ApplicationSaved;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one PostgreSQL know of each other. */
class SeveralNodesTests {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final TestDatabase DATABASE = PostgresServer.createDatabase();
  private static ConfigurableApplicationContext a;
  private static ConfigurableApplicationContext b;

  @BeforeAll
  static void start() {
    Node.migrate(DATABASE);
    a = node("a");
    b = node("b");
    await().until(() -> a.getBean(Nodes.class).list().size() == 2);
  }

  @AfterAll
  static void stop() {
    a.close();
    b.close();
  }

  @AfterEach
  void bothWork() {
    Stream.of(a, b).forEach(node -> node.getBean(Scheduler.class).resume());
  }

  @Test
  void whatOneChangesTheOtherHearsWithinASecond() {
    Heard there = Heard.on(b);
    Heard here = Heard.on(a);

    a.getBean(Applications.class)
        .save("shop", JsonMapper.shared().createObjectNode(), Actor.SYSTEM);
    String id =
        a.getBean(Executions.class).start(Runs.request(logged("x"), Map.of()), Actor.SYSTEM);

    await()
        .atMost(SECOND)
        .until(
            () -> there.fromOthers(ApplicationSaved.class).contains(new ApplicationSaved("shop")));
    await()
        .atMost(SECOND)
        .until(
            () ->
                there.fromOthers(ExecutionChanged.class).stream()
                    .anyMatch(changed -> changed.executionId().equals(id)));
    assertThat(here.fromOthers(ApplicationSaved.class)).as("told back").isEmpty();
  }

  @Test
  void aCancelOnOneEndsALookOnTheOtherAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    List<String> interrupted = new CopyOnWriteArrayList<>();
    ScriptedStage onA = a.getBean(ScriptedStage.class);
    onA.script("hangs", stage -> hang(never, stage.executionId(), interrupted));
    b.getBean(Scheduler.class).pause();
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      int looks = onA.looks().size();
      String id = start(b, "hangs");
      await().until(() -> onA.looks().size() > looks);
      long since = System.nanoTime();

      b.getBean(Executions.class).cancel(id, "enough", Actor.SYSTEM);

      await().pollInterval(Duration.ofMillis(2)).until(() -> interrupted.contains(id));
      took.add(Duration.ofNanos(System.nanoTime() - since));
    }
    // Without news the worker would notice after half a second in the middle.
    assertThat(took.stream().sorted().toList().get(4))
        .as("%s", took)
        .isLessThan(SECOND.dividedBy(4));
  }

  @Test
  void eachIsListedWithWhatItWorksOnUntilItStops() {
    CountDownLatch enough = new CountDownLatch(1);
    a.getBean(ScriptedStage.class).script("busy", stage -> hang(enough, "", new ArrayList<>()));
    Nodes nodes = b.getBean(Nodes.class);
    try (ConfigurableApplicationContext c = node("c")) {
      await().until(() -> nodes.list().size() == 3);
      Stream.of(b, c).forEach(node -> node.getBean(Scheduler.class).pause());
      start(c, "busy");

      await().until(() -> nodes.list().getFirst().executions() == 1);
      assertThat(nodes.list()).allMatch(dev.gennaker.nodes.Node::alive);
      assertThat(names(nodes)).containsExactly("a", "b", "c");
      assertThat(nodes.list().get(1).id()).isEqualTo(nodes.self());
    } finally {
      enough.countDown();
    }

    assertThat(names(nodes)).containsExactly("a", "b");
  }

  @Test
  void oneThatStopsHandsItsWorkOverAtOnce() {
    ConfigurableApplicationContext c = node("c");
    Executions fromB = b.getBean(Executions.class);
    Stream.of(a, b).forEach(node -> node.getBean(Scheduler.class).pause());
    Stream.of(a, b)
        .forEach(
            node -> node.getBean(ScriptedStage.class).script("stays", stage -> Outcome.done()));
    c.getBean(ScriptedStage.class)
        .script("stays", stage -> hang(new CountDownLatch(1), "", new ArrayList<>()));
    String id = start(b, "stays");
    await().until(() -> !c.getBean(ScriptedStage.class).looks().isEmpty());
    Stream.of(a, b).forEach(node -> node.getBean(Scheduler.class).resume());

    c.close();

    Execution run =
        await()
            .atMost(SECOND.multipliedBy(2))
            .until(() -> fromB.find(id, Actor.SYSTEM).orElseThrow(), e -> e.status().isComplete());
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void oneThatWasLostIsListedForADayOrUntilItIsBack() {
    seen("gone", "1 hour");
    seen("long gone", "2 days");
    seen("a", "1 hour");
    Nodes nodes = b.getBean(Nodes.class);

    await().until(() -> names(nodes).equals(List.of("a", "b", "gone")));

    assertThat(nodes.list())
        .extracting(dev.gennaker.nodes.Node::alive)
        .containsExactly(true, true, false);
    b.getBean(JdbcClient.class).sql("delete from node where name = 'gone'").update();
  }

  private static void seen(String name, String ago) {
    b.getBean(JdbcClient.class)
        .sql(
            """
            insert into node values
              (?, ?, '', current_timestamp - interval '3 days', current_timestamp - cast(? as interval))
            """)
        .params(name + "/0", name, ago)
        .update();
  }

  private static String start(ConfigurableApplicationContext node, String script) {
    return node.getBean(Executions.class)
        .start(Runs.request(List.of(Runs.scripted("1", script, script)), Map.of()), Actor.SYSTEM);
  }

  private static List<String> names(Nodes nodes) {
    return nodes.list().stream().map(dev.gennaker.nodes.Node::name).toList();
  }

  private static ConfigurableApplicationContext node(String name) {
    return Node.start(
        Stream.concat(
                Stream.of(DATABASE.properties()),
                Stream.of("gennaker.node.name=" + name, "gennaker.node.heartbeat=200ms"))
            .toArray(String[]::new));
  }

  private static List<Map<String, Object>> logged(String name) {
    Map<String, Object> stage = Runs.stage("1", name);
    stage.put("type", "logged");
    return List.of(stage);
  }

  private static Outcome hang(CountDownLatch latch, String id, List<String> interrupted) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      interrupted.add(id);
    }
    return Outcome.done();
  }
}

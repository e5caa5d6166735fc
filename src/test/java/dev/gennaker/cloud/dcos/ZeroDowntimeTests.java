package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.simulator.balancer.Balancers;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strategy as a deploy stage runs it on a simulated cluster, every look made twice. */
class ZeroDowntimeTests extends BalancedScenario {

  private final StubContext context = new StubContext();
  private CloudStages stages;

  @BeforeEach
  void servesBehindTwoBalancers() {
    context.executionId = "02EXECUTION";
    context.stageId = "2";
    balancers(2, "");
    stages = new CloudStages(MemoryCloud.clouds(provider())).live().crashing();
    assertThat(stages.run("deploy", settings(4, Map.of()), first()))
        .isInstanceOf(Outcome.Done.class);
    shown(OLD, group -> group.up() == 4);
    stages.names.clear();
  }

  @Test
  void relievesTheOldOneStepByStep() {
    Outcome outcome = stages.run("deploy", settings(4, Map.of()), context);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(stages.names)
        .containsExactly(
            "Deploy shop-web in dcos-east_shop",
            "Hand over to the new one in dcos-east_shop",
            "Hand over to v001: 1 of 4 (25 %)",
            "Hand over to v001: 2 of 4 (50 %)",
            "Hand over to v001: 4 of 4 (100 %)",
            "Destroy v000");
    shown(NEW, group -> group.up() == 4);
    await().until(() -> provider().inventory().find(OLD).isEmpty());
    assertThat(backend().servers()).hasSize(4).noneMatch(server -> server.draining());
  }

  @Test
  void canBeDoneAgainAndAgain() {
    stages.run("deploy", settings(4, Map.of()), context);
    StubContext third = new StubContext();
    third.executionId = "03EXECUTION";
    third.stageId = "3";

    assertThat(stages.run("deploy", settings(5, Map.of()), third)).isInstanceOf(Outcome.Done.class);

    await().until(() -> provider().inventory().find(NEW).isEmpty());
    assertThat(backend().servers()).hasSize(5).noneMatch(server -> server.draining());
  }

  @Test
  void goesBackWhenConnectionsStay() {
    Map<String, Object> settings = settings(4, Map.of("drainTimeoutSec", 1));
    cluster.balancers().turn(hosts().getFirst(), new Balancers.Knobs(1, 0, false, false));

    Outcome outcome = stages.run("deploy", settings, context);

    assertThat(((Outcome.Failed) outcome).reason())
        .startsWith("Hand over to v001: 1 of 4 (25 %): shop-web-v000 could not be relieved")
        .endsWith(" shop-web-v000 serves again; shop-web-v001 was destroyed.");
    shown(OLD, group -> group.up() == 4 && group.desired() == 4);
    await().until(() -> provider().inventory().find(NEW).isEmpty());
  }

  @Test
  void goesAllTheWayBackWhenItIsCancelled() {
    inTheMiddle();
    context.after(
        "1>new",
        "createServerGroup",
        Map.of("account", "demo", "region", region(), "serverGroup", NEW.name()));

    stages.cancel(
        "shiftTraffic",
        Map.of(
            "credentials",
            "demo",
            "region",
            region(),
            "cluster",
            "shop-web",
            "rollback",
            true,
            "relief",
            Map.of("waitSeconds", 20, "insist", false, "release", true),
            "older",
            List.of(Map.of("name", OLD.name(), "size", 4))),
        context);

    await().atMost(Duration.ofSeconds(30)).until(() -> provider().inventory().find(NEW).isEmpty());
    shown(OLD, group -> group.up() == 4 && group.desired() == 4);
  }

  /** In the middle: three of the new one serve, and one of the old one has ended. */
  private void inTheMiddle() {
    finish(beside(OLD.name(), 1));
    finish(new Operation.HandOver(NEW, OLD, 2, 20, false, true));
    finish(new Operation.HandOver(NEW, OLD, 3, 20, false, true));
    shown(OLD, group -> group.desired() == 3);
  }

  @Test
  void refusesFewerInstances() {
    Outcome outcome = stages.run("deploy", settings(3, Map.of()), context);

    assertThat(((Outcome.Failed) outcome).reason())
        .startsWith("The new one would have 3 instances and shop-web-v000 has 4;");
    assertThat(provider().inventory().find(NEW)).isEmpty();
  }

  private static StubContext first() {
    StubContext first = new StubContext();
    first.executionId = "01EXECUTION";
    return first;
  }

  private Map<String, Object> settings(int instances, Map<String, Object> more) {
    Map<String, Object> entry = new HashMap<>(service(instances));
    entry.put("account", "demo");
    entry.put("cloudProvider", "dcos");
    entry.put("region", region());
    entry.put("application", "shop");
    entry.put("stack", "web");
    entry.put("strategy", "zerodowntime");
    entry.put("targetPercentages", List.of(25, 50, 100));
    entry.putAll(more);
    return Map.of("clusters", List.of(entry));
  }
}

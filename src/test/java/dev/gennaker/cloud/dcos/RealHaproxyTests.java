package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real HAProxies in front of real servers under constant load: a whole shift loses no request. A
 * task that has ended takes its server with it at once.
 */
class RealHaproxyTests extends BalancedScenario {

  private static final int WAIT = 30;
  private static final int ENOUGH = 200;

  @TempDir private Path folder;
  private Edge edge;
  private Load load;

  @BeforeEach
  void servesUnderLoad() {
    assumeTrue(RealHaproxy.isInstalled(), "HAProxy is not installed; bin/test installs it");
    edge = new Edge(cluster, "/demo/shop", 2, folder);
    rig.close();
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC(), edge.url());
    balancers(2, "");
    serves(4);
    edge.ports().forEach(port -> await().until(() -> Load.get(port, "/").contains("v000")));
    load = new Load(edge.ports(), 12);
    await().until(() -> load.answered() > ENOUGH);
  }

  @AfterEach
  void ends() {
    if (load != null) {
      load.close();
    }
    if (edge != null) {
      edge.close();
    }
  }

  @Override
  Map<String, Object> service(int instances) {
    Map<String, Object> body = super.service(instances);
    @SuppressWarnings("unchecked")
    Map<String, Object> labels =
        (Map<String, Object>) ((Map<String, Object>) body.get("marathon")).get("labels");
    // Healthy when its real server is there.
    labels.put("SIM_NEVER_HEALTHY", "true");
    // As in the world: starting takes a while, and so does ending, in which it is still listed.
    labels.put("SIM_STAGE_SECONDS", "0.5");
    labels.put("SIM_KILL_SECONDS", "0.3");
    return body;
  }

  @Test
  void losesNoRequestInAWholeShift() {
    CloudStages stages = new CloudStages(MemoryCloud.clouds(provider())).live();
    StubContext context = new StubContext();
    context.executionId = "02EXECUTION";

    Outcome outcome = stages.run("deploy", strategy(List.of(25, 50, 75, 100)), context);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(stages.names.getLast()).isEqualTo("Destroy v000");
    await().until(() -> provider().inventory().find(OLD).isEmpty());
    long before = load.answeredBy("shop-web-v001");
    await().until(() -> load.answeredBy("shop-web-v001") > before + ENOUGH);
    load.close();
    assertThat(load.failures()).isEmpty();
    assertThat(load.answeredBy("shop-web-v000")).isPositive();
  }

  @Test
  void losesNoRequestOnTheWayBack() {
    finish(beside(OLD.name(), 1));
    finish(new Operation.HandOver(NEW, OLD, 1, WAIT, false, false));
    finish(new Operation.HandOver(NEW, OLD, 3, WAIT, false, false));
    await().until(() -> load.answeredBy("shop-web-v001") > ENOUGH);

    finish(new Operation.HandBack(OLD, NEW, 4, WAIT));
    finish(new Operation.Destroy(NEW, false));

    shown(OLD, group -> group.up() == 4);
    long before = load.answered();
    await().until(() -> load.answered() > before + ENOUGH);
    load.close();
    assertThat(load.failures()).isEmpty();
  }

  @Test
  void waitsForARequestThatTakesLong() {
    // One at every old instance by every HAProxy: whichever goes first has some.
    List<CompletableFuture<String>> slow =
        edge.ports().stream()
            .flatMap(port -> java.util.stream.IntStream.range(0, 8).mapToObj(i -> port))
            .map(
                port ->
                    CompletableFuture.supplyAsync(
                        () -> Load.get(port, "/held"), Thread::startVirtualThread))
            .toList();
    List<String> old = now(OLD).instances().stream().map(instance -> instance.id()).toList();
    await().until(() -> old.stream().mapToInt(id -> edge.task(id).held()).sum() == 16);
    List<RealTask> tasks = old.stream().map(edge::task).toList();
    finish(beside(OLD.name(), 1));
    String key = key();
    Operation.HandOver over = new Operation.HandOver(NEW, OLD, 1, WAIT, false, false);

    until(over, key, saying("processes: connections of former configurations are open"));
    assertThat(now(OLD).desired()).isEqualTo(4);
    tasks.forEach(RealTask::release);

    assertThat(drive(over, key)).isInstanceOf(Progress.Finished.class);
    assertThat(slow).allSatisfy(answer -> assertThat(answer.join()).startsWith("HTTP/1.1 200 "));
    load.close();
    assertThat(load.failures()).isEmpty();
  }

  @Test
  void wouldSeeARequestThatIsLost() {
    edge.deafen();
    String victim = now(OLD).instances().getFirst().id();

    provider().carryOut(new Operation.Terminate(OLD, List.of(victim), true), key(), Map.of(), BY);

    await().until(() -> !load.failures().isEmpty());
    assertThat(load.failures().getFirst()).matches("HTTP/1.1 50[23] .*");
  }

  private Map<String, Object> strategy(List<Integer> steps) {
    Map<String, Object> entry = new HashMap<>(service(4));
    entry.put("account", "demo");
    entry.put("cloudProvider", "dcos");
    entry.put("region", region());
    entry.put("application", "shop");
    entry.put("stack", "web");
    entry.put("strategy", "zerodowntime");
    entry.put("targetPercentages", steps);
    return Map.of("clusters", List.of(entry));
  }
}

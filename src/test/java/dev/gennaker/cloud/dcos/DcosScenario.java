package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated cluster, the provider on it, and the moves tests make with them. */
abstract class DcosScenario {

  static final OnBehalf BY = new OnBehalf("ada", "shop", "01EXECUTION");
  private static int keys;

  SimulatedCluster cluster;
  DcosRig rig;
  DcosRig.HandClock clock = new DcosRig.HandClock();

  @BeforeEach
  void start() throws IOException {
    cluster = SimulatedCluster.start(SimulatorSettings.defaults().withKnobs(Knobs.INSTANT));
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC());
  }

  /** A provider without memory of the former one, and with a clock turned by hand. */
  void restart(DcosRig.HandClock by) {
    rig.close();
    clock = by;
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), by);
  }

  @AfterEach
  void stop() {
    rig.close();
    cluster.close();
  }

  CloudProvider provider() {
    return rig.provider;
  }

  static synchronized String key() {
    return "01SCENARIO" + keys++;
  }

  String region() {
    return "dcos-east_shop";
  }

  Map<String, Object> definition(int instances) {
    Map<String, Object> definition = new HashMap<>();
    definition.put("desiredCapacity", instances);
    definition.put("cpus", 0.1);
    definition.put("mem", 32);
    definition.put("cmd", "sleep 1000");
    return definition;
  }

  Operation.Deploy deploy(String stack, Map<String, Object> definition) {
    return new Operation.Deploy(
        "demo", region(), new Moniker("shop", stack, null, null), definition, null);
  }

  Progress drive(Operation operation, String key) {
    Progress[] last = {new Progress.Working("not begun", null, Map.of(), Map.of())};
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              if (last[0] instanceof Progress.Working working) {
                last[0] = provider().carryOut(operation, key, working.memory(), BY);
              }
              assertThat(last[0]).isNotInstanceOf(Progress.Working.class);
            });
    return last[0];
  }

  /** Looks again and again until what it says holds, and returns that. */
  Progress until(Operation operation, String key, Predicate<Progress> holds) {
    Progress[] last = {new Progress.Working("not begun", null, Map.of(), Map.of())};
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              if (last[0] instanceof Progress.Working working) {
                last[0] = provider().carryOut(operation, key, working.memory(), BY);
              }
              return holds.test(last[0]);
            });
    return last[0];
  }

  static Predicate<Progress> saying(String part) {
    return progress -> progress instanceof Progress.Working w && w.reason().contains(part);
  }

  Map<String, Object> finish(Operation operation) {
    Progress end = drive(operation, key());
    assertThat(end).isInstanceOf(Progress.Finished.class);
    return ((Progress.Finished) end).outputs();
  }

  ServerGroupId deployed(String stack, int instances) {
    Map<String, Object> outputs = finish(deploy(stack, definition(instances)));
    return new ServerGroupId("demo", region(), String.valueOf(outputs.get("serverGroup")));
  }

  ServerGroup shown(ServerGroupId id, Predicate<ServerGroup> likeThat) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> provider().inventory().find(id), g -> g.filter(likeThat).isPresent())
        .orElseThrow();
  }
}

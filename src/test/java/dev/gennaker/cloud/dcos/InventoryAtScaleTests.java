package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand apps with ten thousand tasks: how soon they are there, and how soon changes are. */
@Tag("slow")
class InventoryAtScaleTests {

  @Test
  void isFastAndLean() throws IOException {
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatorSettings.defaults())) {
      cluster.seed(1000, 10_000);
      long began = System.nanoTime();
      try (DcosRig rig =
          new DcosRig(
              cluster, DcosRig.NOBODY, DcosRig.timing(Duration.ofMillis(100)), Clock.systemUTC())) {
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> tasks(rig.provider.inventory().serverGroups()) == 10_000);
        System.out.printf("first picture after %d ms%n", millis(began));

        List<Long> times = new ArrayList<>();
        List<ServerGroup> groups = rig.provider.inventory().serverGroups();
        for (int i = 0; i < 50; i++) {
          times.add(change(cluster, rig, groups.get(i * 7)));
        }
        Collections.sort(times);
        System.out.printf(
            "change shown after %d ms (median), %d ms (most)%n", times.get(25), times.getLast());
        assertThat(times.get(25)).isLessThan(1000);
      }
    }
  }

  private static long tasks(List<ServerGroup> groups) {
    return groups.stream().mapToLong(group -> group.instances().size()).sum();
  }

  /** Milliseconds from a task turning unhealthy in the cluster to the inventory showing it. */
  private static long change(SimulatedCluster cluster, DcosRig rig, ServerGroup group) {
    ServerGroupId id = group.id();
    Instance instance = group.instances().getFirst();
    long began = System.nanoTime();
    cluster.reportTask(instance.id(), "TASK_UNREACHABLE", "gone");
    await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                rig.provider.inventory().find(id).orElseThrow().instances().stream()
                    .noneMatch(i -> i.id().equals(instance.id()) && i.isUp()));
    return millis(began);
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}

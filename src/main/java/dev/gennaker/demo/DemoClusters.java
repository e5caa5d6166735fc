package dev.gennaker.demo;

import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's clusters, in this process or, so that they outlive it, elsewhere. Filled in the
 * background while the rest starts; those that already run something stay as they are.
 */
final class DemoClusters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoClusters.class);
  private static final List<String> NAMES = List.of("dcos-east", "dcos-west");

  private final List<DemoCluster> all;
  private final List<SimulatedCluster> own;
  private final DemoMemory memory;
  private final CompletableFuture<Void> filled = new CompletableFuture<>();

  private DemoClusters(List<DemoCluster> all, List<SimulatedCluster> own, DemoMemory memory) {
    this.all = List.copyOf(all);
    this.own = List.copyOf(own);
    this.memory = memory;
  }

  /**
   * Starts and fills them.
   *
   * @param elsewhere addresses of simulators that run already; empty starts two here
   * @param history whether the history is still to be made, if it was not before
   * @throws IOException when no port can be had
   */
  static DemoClusters start(List<URI> elsewhere, DemoMemory memory, boolean history)
      throws IOException {
    List<DemoCluster> all = new ArrayList<>();
    List<SimulatedCluster> own = new ArrayList<>();
    for (int i = 0; i < (elsewhere.isEmpty() ? NAMES.size() : elsewhere.size()); i++) {
      String name = i < NAMES.size() ? NAMES.get(i) : "dcos-" + (i + 1);
      if (elsewhere.isEmpty()) {
        own.add(SimulatedCluster.start(SimulatorSettings.defaults()));
        all.add(new DemoCluster(name, own.get(i).baseUrl()));
      } else {
        all.add(new DemoCluster(name, elsewhere.get(i)));
      }
    }
    DemoClusters clusters = new DemoClusters(all, own, memory);
    Seed seed = Seed.at(Clock.systemUTC().instant(), memory.released().orElse(null), history);
    Thread.ofVirtual().name("demo clusters").start(() -> clusters.fill(seed));
    return clusters;
  }

  List<DemoCluster> all() {
    return all;
  }

  DemoMemory memory() {
    return memory;
  }

  /** Done when everything runs; failed when a cluster cannot be filled. */
  CompletableFuture<Void> filled() {
    return filled;
  }

  private void fill(Seed seed) {
    try {
      for (DemoCluster cluster : all) {
        if (cluster.isEmpty()) {
          cluster.fill(seed.of(cluster.name()));
          cluster.ail("/demo/shop-prod-cart-v044");
        }
      }
      filled.complete(null);
    } catch (RuntimeException | Error e) {
      LOG.warn("The demo's clusters could not be filled", e);
      filled.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    own.forEach(SimulatedCluster::close);
  }
}

package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.CloudProviderContract;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** DC/OS keeps the contract of providers, over HTTP. */
class DcosContractTests extends CloudProviderContract {

  private SimulatedCluster cluster;
  private DcosRig rig;

  @BeforeEach
  void start() throws IOException {
    cluster = SimulatedCluster.start(settings());
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC());
  }

  SimulatorSettings settings() {
    return SimulatorSettings.defaults().withKnobs(Knobs.INSTANT);
  }

  @AfterEach
  void stop() {
    rig.close();
    cluster.close();
  }

  @Override
  protected CloudProvider provider() {
    return rig.provider;
  }

  @Override
  protected String account() {
    return "demo";
  }

  @Override
  protected String region() {
    return "dcos-east_shop";
  }

  @Override
  protected Map<String, Object> definition(int instances) {
    return Map.of(
        "desiredCapacity",
        instances,
        "cpus",
        0.1,
        "mem",
        32,
        "networkType",
        "BRIDGE",
        "docker",
        Map.of("image", Map.of("imageId", "nginx:1.27")),
        "serviceEndpoints",
        List.of(Map.of("port", 80, "name", "web", "protocol", "tcp", "loadBalanced", true)),
        "healthChecks",
        List.of(Map.of("protocol", "HTTP", "path", "/health", "portIndex", 0)));
  }

  @Override
  protected List<InventoryChanged> published() {
    return rig.published;
  }
}

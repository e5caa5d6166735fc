package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.dcos.access.DcosSelfTest;
import dev.gennaker.cloud.dcos.files.DcosFiles;
import dev.gennaker.cloud.dcos.inventory.DcosInventory;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.operation.Operations;
import dev.gennaker.cloud.dcos.reading.Versions;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import dev.gennaker.cloud.dcos.settings.Settings;
import dev.gennaker.cloud.dcos.settings.Timing;
import dev.gennaker.simulator.SimulatedCluster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The provider with a simulated cluster called {@code dcos-east}, as it runs in the product. */
final class DcosRig implements AutoCloseable {

  static final CredentialsEntry NOBODY = credentials(null, null, null, null);

  final CloudProvider provider;
  final List<InventoryChanged> published = new CopyOnWriteArrayList<>();
  private final Connections connections;
  private final DcosInventory inventory;

  DcosRig(SimulatedCluster cluster, CredentialsEntry credentials, Timing timing, Clock clock) {
    this(cluster, credentials, timing, clock, "");
  }

  /**
   * @param balancers where HAProxies are asked; empty for the simulated ones
   */
  DcosRig(
      SimulatedCluster cluster,
      CredentialsEntry credentials,
      Timing timing,
      Clock clock,
      String balancers) {
    this(
        Settings.of(
            new DcosProperties(
                List.of(
                    new ClusterEntry(
                        "dcos-east",
                        cluster.baseUrl().toString(),
                        null,
                        null,
                        false,
                        "/service/marathon",
                        "/service/metronome",
                        balancers.isEmpty()
                            ? cluster.baseUrl() + "/simulator/balancers/{host}/{port}"
                            : balancers)),
                List.of(
                    new AccountEntry("demo", "test", List.of(credentials)),
                    new AccountEntry("other", "test", List.of(credentials))),
                timing)),
        clock);
  }

  private DcosRig(Settings settings, Clock clock) {
    org.assertj.core.api.Assertions.assertThat(settings.mistakes()).isEmpty();
    connections = new Connections(settings, clock);
    inventory = new DcosInventory(settings, connections, clock, published::add);
    DcosFiles files = new DcosFiles(connections);
    provider =
        new DcosProvider(
            settings,
            inventory,
            new Operations(connections, settings.timing(), clock, files),
            files,
            new DcosSelfTest(settings, connections),
            new Versions(connections));
    inventory.start();
  }

  static CredentialsEntry credentials(String uid, String password, String token, String key) {
    return new CredentialsEntry("dcos-east", uid, password, token, key, null);
  }

  /** Fast where nothing is about waiting. */
  static Timing timing() {
    return timing(Duration.ofMillis(20));
  }

  static Timing timing(Duration debounce) {
    return new Timing(
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        debounce,
        Duration.ofSeconds(35),
        Duration.ofMinutes(5),
        Duration.ofMillis(200),
        Duration.ofMillis(100),
        Duration.ofMillis(400),
        Duration.ofMinutes(5),
        3);
  }

  @Override
  public void close() {
    inventory.stop();
    connections.close();
  }

  /** A clock that moves only by hand. */
  static final class HandClock extends Clock {

    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

    void advance(Duration by) {
      now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

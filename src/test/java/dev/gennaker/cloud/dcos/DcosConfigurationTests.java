package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.form.DeployForm;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The parts in a Spring application, from properties to events. */
class DcosConfigurationTests {

  private static final String[] SOMEWHERE = {
    "gennaker.dcos.clusters[0].name=dcos-east",
    "gennaker.dcos.accounts[0].name=demo",
    "gennaker.dcos.accounts[0].clusters[0].name=dcos-east",
    "gennaker.dcos.accounts[1].name=Not OK",
    "gennaker.dcos.timing.retry-first=100ms"
  };

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(Around.class, DcosConfiguration.class, DcosDeployForm.class)
          .withPropertyValues(SOMEWHERE);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DcosProperties.class)
  static class Around {

    private final List<InventoryChanged> heard = new CopyOnWriteArrayList<>();

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @EventListener
    void hear(InventoryChanged event) {
      heard.add(event);
    }
  }

  @Test
  void startsReadsAndStops() throws IOException {
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatorSettings.defaults())) {
      runner
          .withPropertyValues("gennaker.dcos.clusters[0].dcos-url=" + cluster.baseUrl())
          .run(
              context -> {
                CloudProvider provider = context.getBean(CloudProvider.class);
                await()
                    .until(
                        () ->
                            provider.inventory().locations().getFirst().freshness()
                                instanceof Freshness.Live);
                assertThat(provider.accounts()).hasSize(1);
                assertThat(context.getBean(Around.class).heard).isNotEmpty();
                assertThat(context.getBean(DeployForm.class).provider()).isEqualTo("dcos");
              });
      // Whoever were still reading would be back at once.
      cluster.cutEvents();
      await().during(Duration.ofMillis(500)).until(() -> cluster.eventReaders() == 0);
    }
  }

  @Test
  void doesNotHoldUpTheStartWhenAClusterIsAway() {
    long began = System.nanoTime();
    runner
        // An address nobody answers at: connecting takes until the time-out.
        .withPropertyValues("gennaker.dcos.clusters[0].dcos-url=http://192.0.2.1")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(CloudProvider.class).inventory().locations())
                  .singleElement()
                  .satisfies(l -> assertThat(l.freshness()).isNotInstanceOf(Freshness.Live.class));
            });
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }
}

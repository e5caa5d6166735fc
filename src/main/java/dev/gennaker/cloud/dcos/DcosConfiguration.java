package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.dcos.access.DcosSelfTest;
import dev.gennaker.cloud.dcos.files.DcosFiles;
import dev.gennaker.cloud.dcos.inventory.DcosInventory;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.operation.Operations;
import dev.gennaker.cloud.dcos.reading.Versions;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.dcos.settings.Settings;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class DcosConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DcosConfiguration.class);

  @Bean
  Settings dcosSettings(DcosProperties properties) {
    Settings settings = Settings.of(properties);
    settings.mistakes().forEach(mistake -> LOG.error("Configuration: {}", mistake));
    return settings;
  }

  @Bean
  Connections dcosConnections(Settings settings, Clock clock) {
    return new Connections(settings, clock);
  }

  @Bean
  DcosInventory dcosInventory(
      Settings settings,
      Connections connections,
      Clock clock,
      ApplicationEventPublisher publisher) {
    return new DcosInventory(settings, connections, clock, publisher::publishEvent);
  }

  @Bean
  DcosProvider dcosProvider(
      Settings settings, Connections connections, DcosInventory inventory, Clock clock) {
    DcosFiles files = new DcosFiles(connections);
    Operations operations = new Operations(connections, settings.timing(), clock, files);
    return new DcosProvider(
        settings,
        inventory,
        operations,
        files,
        new DcosSelfTest(settings, connections),
        new Versions(connections));
  }
}

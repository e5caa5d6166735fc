package dev.gennaker.execution;

import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A node with the engine, DC/OS and the stages that change it, to be killed. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Node.class)
@ComponentScan(
    basePackages = {
      "dev.gennaker.cloud",
      "dev.gennaker.stage.operation",
      "dev.gennaker.stage.deploy",
      "dev.gennaker.stage.resize",
      "dev.gennaker.stage.disable",
      "dev.gennaker.stage.wait"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*(Form|\\.form\\..*|Tests?\\b.*)"))
@ConfigurationPropertiesScan("dev.gennaker.cloud.dcos")
public class CrashNode {

  /** What it says when it works. */
  static final String READY = "the node works";

  /** Runs until it is killed. */
  public static void main(String[] args) {
    ConfigurableApplicationContext context = start(args);
    System.out.println(READY);
    if (Boolean.getBoolean("train")) {
      context.close();
    }
  }

  static ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(CrashNode.class)
        .web(WebApplicationType.NONE)
        .run(
            Stream.concat(
                    Stream.of("spring.flyway.enabled=false", "spring.main.banner-mode=off"),
                    Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new));
  }
}

package dev.gennaker.execution;

import dev.gennaker.database.TestDatabase;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.StageCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** A node with nothing but the engine, in this process or in one of its own that can be killed. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  HibernateJpaAutoConfiguration.class,
  DataJpaRepositoriesAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@ComponentScan(
    basePackages = {"dev.gennaker.execution", "dev.gennaker.pipeline", "dev.gennaker.nodes"},
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class))
@EnableJpaRepositories("dev.gennaker.pipeline")
@EntityScan("dev.gennaker.pipeline")
@ConfigurationPropertiesScan({
  "dev.gennaker.execution",
  "dev.gennaker.security",
  "dev.gennaker.nodes"
})
@Import({
  Permissions.class,
  StageCatalog.class,
  LoggedStage.class,
  ScriptedStage.class,
  BenchStage.class
})
public class Node {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Runs until it is killed. */
  public static void main(String[] args) {
    start(args);
  }

  /** Makes the tables the engine needs, and the log of {@link LoggedStage}. */
  static void migrate(TestDatabase database) {
    for (String module : List.of("execution", "pipeline", "nodes")) {
      Flyway.configure()
          .dataSource(database.url(), database.username(), database.password())
          .locations("classpath:db/migration/" + module)
          .table("history_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
    LoggedStage.createTable(database);
  }

  static ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(Node.class)
        .web(WebApplicationType.NONE)
        .run(
            Stream.concat(
                    Stream.of("spring.flyway.enabled=false", "spring.main.banner-mode=off"),
                    Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new));
  }

  /** A node in a process of its own. */
  static Process fork(String name, TestDatabase database, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dnode=" + name));
    command.add(Node.class.getName());
    command.addAll(List.of(database.properties()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(log.toFile(), name + ".log"))
        .start();
  }
}

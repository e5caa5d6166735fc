package dev.gennaker;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The one process: screen, API, engine and inventory. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gennaker {

  public static void main(String[] args) {
    SpringApplication.run(Gennaker.class, args);
  }

  /** The only source of time; tests crank their own. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}

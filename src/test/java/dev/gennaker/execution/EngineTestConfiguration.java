package dev.gennaker.execution;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The scripted stage type and a clock to crank. */
@TestConfiguration(proxyBeanMethods = false)
public class EngineTestConfiguration {

  @Bean
  ScriptedStage scriptedStage() {
    return new ScriptedStage();
  }

  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock();
  }
}

package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gennaker.database.OnH2;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** What the log says while an execution is worked on. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@OnH2
@Import(EngineTestConfiguration.class)
class MarksTests extends EngineScene {

  @Autowired Marks marks;

  @Test
  void everyLineCarriesTheIdOfItsExecution() {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    loggers.getLogger("dev.gennaker.execution").addAppender(lines);
    scripted.script(
        "breaks",
        stage -> {
          LoggerFactory.getLogger("dev.gennaker.execution.Sailor").warn("Leak");
          throw new IllegalStateException("sunk");
        });
    try {
      String id = start(List.of(Runs.scripted("1", "Sail", "breaks")));
      awaitEnd(id);

      assertThat(lines.list)
          .filteredOn(line -> line.getMDCPropertyMap().containsValue(id))
          .extracting(ILoggingEvent::getFormattedMessage)
          .contains("Leak")
          .anyMatch(message -> message.contains("broke"));
      assertThat(lines.list).allMatch(line -> line.getMDCPropertyMap().containsKey("execution"));
    } finally {
      loggers.getLogger("dev.gennaker.execution").detachAppender(lines);
    }
  }

  @Test
  void thePlainFormatShowsItWhereThereIsOne() throws IOException {
    PatternLayout layout = new PatternLayout();
    layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    layout.setPattern(pattern() + "%m");
    layout.start();

    assertThat(marks.on("01X", () -> layout.doLayout(line(layout)))).isEqualTo("[01X] sails");
    assertThat(layout.doLayout(line(layout))).isEqualTo("sails");
    assertThat(MDC.getCopyOfContextMap()).isIn(null, Map.of());
  }

  private static String pattern() throws IOException {
    return String.valueOf(
        new YamlPropertySourceLoader()
            .load("own", new ClassPathResource("application.yaml"))
            .getFirst()
            .getProperty("logging.pattern.correlation"));
  }

  private static ILoggingEvent line(PatternLayout layout) {
    LoggerContext loggers = (LoggerContext) layout.getContext();
    return new ch.qos.logback.classic.spi.LoggingEvent(
        MarksTests.class.getName(),
        loggers.getLogger("x"),
        ch.qos.logback.classic.Level.INFO,
        "sails",
        null,
        new Object[0]);
  }
}

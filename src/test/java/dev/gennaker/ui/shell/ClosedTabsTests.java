package dev.gennaker.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged when somebody closes a tab while the server talks to it. */
class ClosedTabsTests {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ClosedTabs filter = new ClosedTabs();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    filter.install();
  }

  @AfterEach
  void stop() {
    filter.remove();
    root.detachAppender(log);
  }

  private List<ILoggingEvent> errors() {
    return log.list.stream().filter(event -> event.getLevel() == Level.ERROR).toList();
  }

  private void says(String logger, String message, Throwable thrown) {
    thrown.setStackTrace(new StackTraceElement[0]);
    LoggerFactory.getLogger(logger).error(message, "122c7687", thrown);
  }

  @Test
  void atmospheresLastWriteToAClosingSocketIsNotToldOf() {
    says(ClosedTabs.LOGGER, ClosedTabs.MESSAGE, new NullPointerException("event"));
    says(ClosedTabs.LOGGER, ClosedTabs.MESSAGE, new IllegalStateException("TEXT_FULL_WRITING"));

    assertThat(errors()).isEmpty();
  }

  @Test
  void everythingElseIsToldOf() {
    says(ClosedTabs.LOGGER, ClosedTabs.MESSAGE, new IOException("disk full"));
    says(ClosedTabs.LOGGER, "Interceptor {} crashed", new NullPointerException());
    says("org.atmosphere.cpr.DefaultBroadcaster", ClosedTabs.MESSAGE, new NullPointerException());
    assertThat(errors()).hasSize(3);

    filter.remove();
    assertThat(root.getLoggerContext().getTurboFilterList()).doesNotContain(filter);
  }

  @Test
  void anAnswerNobodyWaitsForIsNotOurFault() {
    ScreenErrors errors = new ScreenErrors();
    errors.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));
    assertThat(errors()).isEmpty();

    errors.error(new ErrorEvent(new IOException("disk full")));
    assertThat(errors()).hasSize(1);
  }
}

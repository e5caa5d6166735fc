package dev.gennaker.ui.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Keeps one harmless stack trace out of the log. When a tab closes while something is pushed to it,
 * Atmosphere 3.0.5 writes the last message once more to the socket that is closing. That fails,
 * depending on which thread was faster, with Tomcat's IllegalStateException or a
 * NullPointerException; it is logged as an error, and then the connection is ended as it should:
 * listeners are told and the resource is destroyed (AsynchronousProcessor.completeLifecycle).
 * Anything else that logger says, and any other failure there, is let through.
 */
@Component
final class ClosedTabs extends TurboFilter {

  static final String LOGGER = "org.atmosphere.cpr.AsynchronousProcessor";
  static final String MESSAGE = "Failed to cancel resource: {}";

  @PostConstruct
  void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      setContext(logback);
      start();
      logback.addTurboFilter(this);
    }
  }

  @PreDestroy
  void remove() {
    if (getContext() instanceof LoggerContext logback) {
      logback.getTurboFilterList().remove(this);
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    return MESSAGE.equals(format)
            && logger.getName().equals(LOGGER)
            && harmless(thrown == null ? last(parameters) : thrown)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static @Nullable Object last(Object @Nullable [] parameters) {
    return parameters == null || parameters.length == 0 ? null : parameters[parameters.length - 1];
  }

  private static boolean harmless(@Nullable Object thrown) {
    return thrown instanceof IllegalStateException || thrown instanceof NullPointerException;
  }
}

package dev.gennaker.ui.shell;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.gennaker.ui.kit.Notices;
import dev.gennaker.ui.kit.Words;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action on the screen that failed: a refusal is told as it is, our own fault calmly, and
 * nothing where nobody is left to hear it.
 */
final class ScreenErrors implements ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenErrors.class);

  @Override
  public void error(ErrorEvent event) {
    Throwable cause = event.getThrowable();
    if (cause instanceof ClientAbortException) {
      LOG.debug("A tab was closed before it had its answer", cause);
      return;
    }
    String sentence =
        Refusal.of(cause)
            .orElseGet(
                () -> {
                  String id = Words.shortId();
                  LOG.error("Failure {} on the screen", id, cause);
                  return "That did not work, and it is our fault. Try again; if it stays so, tell your administrator the number %s."
                      .formatted(id);
                });
    if (com.vaadin.flow.component.UI.getCurrent() != null) {
      Notices.refused(sentence);
    }
  }
}

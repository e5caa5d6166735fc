package dev.gennaker.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What holds for every open page: how errors look, and what it says when the line is cut. */
@Component
class ScreenSession implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent init) {
    init.getSource()
        .addSessionInitListener(
            session -> session.getSession().setErrorHandler(new ScreenErrors()));
    init.getSource().addUIInitListener(opened -> lineCut(opened.getUI()));
    init.getSource()
        .setSystemMessagesProvider(
            info -> {
              CustomizedSystemMessages messages = new CustomizedSystemMessages();
              // Signed out elsewhere or the server restarted: the page reloads and asks again.
              messages.setSessionExpiredNotificationEnabled(false);
              messages.setInternalErrorCaption("This page lost its thread");
              messages.setInternalErrorMessage("Press Escape or click here to open it anew.");
              return messages;
            });
  }

  private static void lineCut(UI ui) {
    var dialog = ui.getReconnectDialogConfiguration();
    dialog.setDialogText("Connection lost. What you see is not live. Trying again…");
    dialog.setDialogTextGaveUp(
        "Connection lost. What you see is not live. Reload the page to try again.");
    dialog.setReconnectAttempts(100_000);
    dialog.setReconnectInterval(3000);
  }
}

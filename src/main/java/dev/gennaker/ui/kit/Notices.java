package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short messages at the foot of the page. */
public final class Notices {

  private static final int SECONDS = 6;

  private Notices() {}

  /** Something was done; the link, if any, leads to where it goes on. */
  public static void done(String text, Component... links) {
    Notification notice = show(Status.SUCCEEDED, text, links);
    notice.setDuration(SECONDS * 1000);
    notice.setAssertive(false);
  }

  /** Something was refused or failed; it stays until the reader closes it. */
  public static void refused(String text, Component... links) {
    Notification notice = show(Status.FAILED, text, links);
    notice.setDuration(0);
    notice.setAssertive(true);
  }

  private static Notification show(Status status, String text, Component... links) {
    Notification notice = new Notification();
    notice.setPosition(Position.BOTTOM_START);
    Span words = Dom.span(text, "grow");
    Button close = new Button(new Icon("x", "i14"), click -> notice.close());
    close.setThemeName("tertiary icon");
    close.setAriaLabel("Close message");
    Component line = Dom.spanOf("notice", StatusWord.shape(status), words);
    line.getElement().setAttribute("data-test", "notice");
    for (Component link : links) {
      line.getElement().appendChild(link.getElement());
    }
    line.getElement().appendChild(close.getElement());
    notice.add(line);
    notice.open();
    return notice;
  }
}

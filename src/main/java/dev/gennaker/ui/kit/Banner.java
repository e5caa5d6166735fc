package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;

/** A line across the page that says what is different right now. */
@Tag("div")
public class Banner extends Div {

  private Banner(String tone, String icon, Component words, Component... actions) {
    addClassNames("banner", tone);
    add(new Icon(icon), words);
    if (actions.length > 0) {
      add(Dom.span("", "grow"));
      add(actions);
    }
  }

  /** Something waits or is not current. */
  public static Banner waiting(String icon, Component words, Component... actions) {
    return new Banner("wait", icon, words, actions);
  }

  /** Something failed; announced at once. */
  public static Banner failed(String sentence, Component... actions) {
    Banner banner = new Banner("fail", "circle-alert", Dom.span(sentence), actions);
    banner.getElement().setAttribute("role", "alert");
    return banner;
  }

  /** Something worth knowing. */
  public static Banner note(String sentence, Component... actions) {
    return new Banner("note", "info", Dom.span(sentence), actions);
  }
}

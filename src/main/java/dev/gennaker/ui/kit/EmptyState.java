package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;

/** Nothing is here: says so, why, and what to do. */
@Tag("div")
public class EmptyState extends Div {

  /**
   * @param icon name of an icon of the theme
   */
  public EmptyState(String icon, String title, String detail, Component... actions) {
    this(icon, Dom.h2(title), detail, actions);
  }

  private EmptyState(String icon, Component title, String detail, Component... actions) {
    addClassName("empty");
    add(new Icon(icon), title, Dom.p(detail, "ink2"));
    if (actions.length > 0) {
      add(Dom.div("acts", actions));
    }
  }

  /** As a whole page, with its title. */
  public static EmptyState page(String icon, String title, String detail, Component... actions) {
    return new EmptyState(icon, Dom.h1(title), detail, actions);
  }
}

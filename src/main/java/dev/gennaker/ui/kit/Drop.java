package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A short list of links and buttons that drops down from a button. */
public final class Drop {

  private Drop() {}

  /**
   * Lets it drop down from there when it is clicked.
   *
   * @param label what it is called for those who do not see it
   */
  public static void from(NativeButton button, String label, Component... entries) {
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(label);
    popover.setAutofocus(true);
    for (Component entry : entries) {
      entry.getElement().addEventListener("click", click -> popover.close());
    }
    popover.add(Dom.div("drop", entries));
    button.getElement().setAttribute("aria-haspopup", "dialog");
  }
}

package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Supplier;

/** A short list of links and buttons that drops down from a button. */
public final class Drop {

  private Drop() {}

  /**
   * Lets it drop down from there when it is clicked.
   *
   * @param label what it is called for those who do not see it
   */
  public static void from(NativeButton button, String label, Component... entries) {
    Popover popover = popover(button, label);
    fill(popover, List.of(entries));
  }

  /**
   * The same with entries that are made, and sent to the browser, only when they are looked at.
   *
   * @param entries asked whenever it opens
   */
  public static void from(
      NativeButton button, String label, Supplier<List<? extends Component>> entries) {
    Popover popover = popover(button, label);
    popover.addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            popover.removeAll();
            fill(popover, entries.get());
          }
        });
  }

  private static Popover popover(NativeButton button, String label) {
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(label);
    popover.setAutofocus(true);
    button.getElement().setAttribute("aria-haspopup", "dialog");
    return popover;
  }

  private static void fill(Popover popover, List<? extends Component> entries) {
    for (Component entry : entries) {
      entry.getElement().addEventListener("click", click -> popover.close());
    }
    popover.add(Dom.div("drop", entries.toArray(Component[]::new)));
  }
}

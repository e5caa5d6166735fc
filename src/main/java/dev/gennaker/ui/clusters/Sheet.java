package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.ui.kit.Dom;
import java.util.function.Supplier;

/** What is read from the platform when looked at, without keeping the page waiting. */
abstract class Sheet extends Div {

  /**
   * @param waiting said until it was read
   */
  Sheet(String waiting) {
    addClassName("sheet");
    add(Dom.p(waiting, "ink2"));
  }

  /** Reads it; what comes draws it, in the page's session. */
  abstract Supplier<Component> content();

  @Override
  protected void onAttach(AttachEvent attached) {
    UI ui = attached.getUI();
    Thread.startVirtualThread(
        () -> {
          Supplier<Component> content = content();
          var _ =
              ui.access(
                  () -> {
                    removeAll();
                    add(content.get());
                  });
        });
  }
}

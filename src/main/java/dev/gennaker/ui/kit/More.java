package dev.gennaker.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;

/** The end of a list that goes on: asks for more when it comes into sight, or by its button. */
@Tag("gn-more")
@JsModule("./kit/more.ts")
public final class More extends HtmlContainer {

  private final Runnable load;

  public More(String label, Runnable load) {
    this.load = load;
    add(new Button(label, click -> load()));
    getElement().addEventListener("in-sight", event -> load());
  }

  private void load() {
    load.run();
    // It may still be in sight, which the browser does not tell twice.
    getElement().callJsFunction("lookAgain");
  }
}

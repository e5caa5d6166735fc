package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** The two sails. */
@Tag("span")
public class Logo extends Span {

  private static final String SAILS =
      """
      <svg class="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6.2 1C14 3 18.6 9.4 18.4 17.6C15.8 16.5 13.2 16 10.4 16.1C12.3 10.6 10.8 5.3 6.2 1Z"/>
      <path d="M4.4 2.6C8.4 6.6 9.6 11.2 8.2 16.3C5.8 16.6 3.6 17.2 1.6 18.2C4.3 13.3 5.2 8.2 4.4 2.6Z"/></svg>""";

  public Logo() {
    addClassName("ic");
    getElement().setProperty("innerHTML", SAILS);
  }
}

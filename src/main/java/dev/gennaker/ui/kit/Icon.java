package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/**
 * A line icon of the theme's sprite; decoration, so a word stands beside it or its button has a
 * name.
 */
@Tag("span")
public class Icon extends Span {

  /**
   * @param name as in {@code theme/icons.svg}
   */
  public Icon(String name) {
    this(name, "");
  }

  /**
   * @param size {@code i14}, {@code i12} or empty for 16 px
   */
  public Icon(String name, String size) {
    addClassName("ic");
    getElement().setProperty("innerHTML", svg(name, ("i " + size).trim()));
  }

  /**
   * Markup of a shape or icon for where many are drawn at once.
   *
   * @param name as in {@code theme/icons.svg}, never text of a person
   */
  public static String svg(String name, String classes) {
    return "<svg class=\"%s\" aria-hidden=\"true\"><use href=\"assets/theme/icons.svg#%s\"></use></svg>"
        .formatted(classes, name);
  }
}

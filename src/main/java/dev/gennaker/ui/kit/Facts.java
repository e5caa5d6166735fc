package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values, one a line; a value that is not there takes no line. */
public class Facts extends DescriptionList {

  public Facts() {
    addClassName("kv");
  }

  public Facts text(String name, String value) {
    return value.isEmpty() ? this : of(name, Dom.span(value));
  }

  /** A value for machines: an image, an id. */
  public Facts mono(String name, String value) {
    return value.isEmpty() ? this : of(name, Dom.span(value, "mono"));
  }

  public Facts of(String name, Component value) {
    Description description = new Description();
    description.add(value);
    add(new Term(name), description);
    return this;
  }
}

package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** A status: its shape with a word beside it. */
@Tag("span")
public class StatusWord extends Span {

  public StatusWord(Status status) {
    this(status, status.word());
  }

  public StatusWord(Status status, String word) {
    addClassNames("st", status.tone());
    add(shape(status));
    Span text = new Span(word);
    text.addClassName("w");
    add(text);
  }

  /** The shape alone, for where the word stands elsewhere. */
  public static Span shape(Status status) {
    Span shape = new Span();
    shape.addClassNames("mk", status.tone());
    shape.getElement().setProperty("innerHTML", Icon.svg(status.shape(), "sh"));
    return shape;
  }
}

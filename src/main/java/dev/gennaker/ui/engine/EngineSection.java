package dev.gennaker.ui.engine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Rows;
import java.util.List;
import java.util.function.Function;

/** A list under a title with its count; says in a sentence when there is nothing. */
final class EngineSection<M> extends Div {

  private final Span count = Dom.span("", "cnt");
  private final Div list = new Div();
  private final Paragraph none;
  private final Rows<M> rows;

  EngineSection(
      String title,
      String none,
      Function<M, Object> key,
      Function<M, Component> draw,
      Component... end) {
    addClassName("sec");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", title);
    this.none = Dom.p(none, "ink2", "never");
    this.rows = new Rows<>(list, key, draw);
    Div head = Dom.div("hd", Dom.h2(title), count);
    if (end.length > 0) {
      head.add(Dom.span("", "grow"));
      head.add(end);
    }
    add(head, this.none, list);
  }

  /**
   * @param total how many there are, shown or not
   */
  void show(List<M> values, long total) {
    rows.show(values);
    none.setVisible(values.isEmpty());
    count.setText(
        total > values.size()
            ? "%,d of %,d".formatted(values.size(), total)
            : "%,d".formatted(values.size()));
  }
}

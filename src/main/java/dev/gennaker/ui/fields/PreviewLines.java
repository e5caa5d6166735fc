package dev.gennaker.ui.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.execution.Evaluations.Evaluation;
import dev.gennaker.execution.StagePreview;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under what holds expressions: what they become, or why they have no value. */
public final class PreviewLines extends Div {

  private static final int MOST = 8;
  private static final int KNOWN = 4;
  private static final int KNOWN_LENGTH = 300;
  private static final int REASON = 600;

  private List<StagePreview.Text> shown = List.of();

  public PreviewLines() {
    addClassName("pvs");
    getElement().setAttribute("aria-live", "polite");
  }

  /**
   * @param at where the value stands that is previewed; what is further in is named
   */
  public void show(List<StagePreview.Text> texts, Path at) {
    if (texts.equals(shown)) {
      return;
    }
    shown = List.copyOf(texts);
    removeAll();
    texts.stream().limit(MOST).map(text -> line(text, at)).forEach(this::add);
    if (texts.size() > MOST) {
      add(Dom.div("pv-more", Dom.span("and %d more".formatted(texts.size() - MOST))));
    }
  }

  private static Component line(StagePreview.Text text, Path at) {
    String where = where(text, at);
    return switch (text.becomes()) {
      case Evaluation.Value(var value) -> value(value, where);
      case Evaluation.None none -> failure(none, text.written(), where);
    };
  }

  private static Component value(@Nullable Object value, String where) {
    Becoming becoming = Becoming.of(value);
    Span line = Dom.span(becoming.line(), "pv-value");
    Div row =
        Dom.div(
            "pv-row",
            new Icon("corner-down-right", "i12"),
            Dom.span("In that run: ", "vh"),
            Dom.span(where, "pv-where"),
            line,
            Dom.span(becoming.kind(), "pv-kind"));
    if (!becoming.isLong()) {
      return marked(row, "value");
    }
    line.addClassName("trunc");
    Div whole = new Div(becoming.whole());
    whole.addClassName("pv-whole");
    whole.getElement().setAttribute("tabindex", "0");
    whole.getElement().setAttribute("role", "group");
    whole.getElement().setAttribute("aria-label", "The whole value");
    return marked(new NativeDetails(row, whole), "value");
  }

  private static Component failure(Evaluation.None none, String written, String where) {
    Div words = Dom.div("pv-words");
    Span why =
        Dom.span("No value: " + Becoming.cut(Words.sentence(none.reason()), REASON), "pv-why");
    words.add(where.isEmpty() ? why : Dom.spanOf("", Dom.span(where, "pv-where"), why));
    if (!isAll(none.expression(), written)) {
      words.add(Dom.span(none.expression(), "pv-known"));
    }
    none.known().stream()
        .limit(KNOWN)
        .forEach(known -> words.add(Dom.span(Becoming.cut(known, KNOWN_LENGTH), "pv-known")));
    Div row = Dom.div("pv-row bad", new Icon("circle-alert", "i12"), words);
    return marked(row, "failure");
  }

  private static boolean isAll(String expression, String written) {
    String text = written.strip();
    return text.equals(expression)
        || text.startsWith("${")
            && text.substring(2, Math.max(2, text.length() - 1)).strip().equals(expression);
  }

  /** The way from the value to the text; nothing where the text is the value. */
  private static String where(StagePreview.Text text, Path at) {
    String way = new Path(text.path()).toString().substring(at.toString().length());
    return way.startsWith(".") ? way.substring(1) : way;
  }

  private static Component marked(Component line, String what) {
    line.getElement().getClassList().add("pv");
    line.getElement().setAttribute("data-preview", what);
    return line;
  }
}

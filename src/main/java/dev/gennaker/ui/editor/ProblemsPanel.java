package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gennaker.ui.kit.Icon;
import java.util.List;
import java.util.function.Consumer;

/** A pill with how many problems there are, over the list of them; F8 goes from one to the next. */
final class ProblemsPanel extends Div {

  private final Desk desk;
  private final Consumer<StageProblems.Located> goTo;
  private final NativeButton pill = new NativeButton();
  private final UnorderedList list = new UnorderedList();
  private final H2 title = new H2();
  private final Div panel;
  private int at = -1;

  /**
   * @param goTo shows a problem where it is
   */
  ProblemsPanel(Desk desk, Consumer<StageProblems.Located> goTo) {
    this.desk = desk;
    this.goTo = goTo;
    addClassName("probs");
    Button close = new Button(new Icon("x", "i14"), click -> open(false));
    close.setThemeName("tertiary icon");
    close.setAriaLabel("Close the problems");
    Span gap = new Span();
    gap.addClassName("grow");
    Div head = new Div(title, gap, close);
    head.addClassName("diffp-head");
    Paragraph foot =
        new Paragraph(
            "Errors must be mended before saving; until then the draft keeps everything.");
    foot.addClassNames("probs-foot", "xs", "ink2");
    panel = new Div(head, list, foot);
    panel.addClassName("probs-list");
    panel.getElement().setAttribute("role", "dialog");
    panel.getElement().setAttribute("aria-label", "Problems");
    panel.setVisible(false);
    pill.addClassName("probs-pill");
    pill.getElement().setAttribute("data-test", "problems");
    pill.addClickListener(click -> open(!panel.isVisible()));
    add(panel, pill);
    refresh();
  }

  void open(boolean open) {
    panel.setVisible(open);
    pill.getElement().setAttribute("aria-expanded", String.valueOf(open));
  }

  /** Goes to the next problem, or the one before; the first when none was shown. */
  void next(boolean back) {
    List<StageProblems.Located> all = desk.problems().all();
    if (!all.isEmpty()) {
      at = at < 0 && back ? all.size() - 1 : Math.floorMod(at + (back ? -1 : 1), all.size());
      mark();
      goTo.accept(all.get(at));
    }
  }

  void refresh() {
    StageProblems problems = desk.problems();
    int count = problems.all().size();
    pill.removeAll();
    pill.setVisible(count > 0);
    pill.add(
        figure("circle-alert", "fail", problems.errors()),
        figure("triangle-alert", "wait", problems.warnings()),
        new Span(count == 1 ? "1 problem" : count + " problems"));
    Span key = new Span("F8");
    key.addClassName("k");
    pill.add(key);
    title.setText(count == 1 ? "1 problem" : count + " problems");
    if (count == 0) {
      open(false);
      at = -1;
    }
    list.removeAll();
    problems.all().forEach(located -> list.add(line(located)));
    mark();
  }

  private void mark() {
    List<com.vaadin.flow.component.Component> lines = list.getChildren().toList();
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).getElement().getClassList().set("on", i == at);
    }
  }

  private static Span figure(String icon, String tone, long count) {
    Span figure = new Span(new Icon(icon, "i14"), new Span(String.valueOf(count)));
    figure.addClassNames("fig", tone);
    figure.setVisible(count > 0);
    return figure;
  }

  private ListItem line(StageProblems.Located located) {
    boolean error = located.problem().isError();
    Span icon = new Span(new Icon(error ? "circle-alert" : "triangle-alert", "i14"));
    icon.addClassName(error ? "fail" : "wait");
    String stage = located.stage();
    Span where = new Span(stage == null ? "Pipeline" : desk.document().nameOf(stage));
    where.addClassName("b");
    Span path = new Span(located.path().replaceFirst("^\\.", ""));
    path.addClassNames("ink3", "mono");
    Div first = new Div(where, path);
    first.addClassName("probs-where");
    Span fix = new Span(located.problem().fix());
    fix.addClassName("ink2");
    Div words = new Div(first, new Span(located.problem().message()), fix);
    words.addClassName("probs-words");
    NativeButton go =
        new NativeButton(
            "",
            click -> {
              at = desk.problems().all().indexOf(located);
              mark();
              goTo.accept(located);
            });
    go.add(icon, words);
    return new ListItem(go);
  }
}

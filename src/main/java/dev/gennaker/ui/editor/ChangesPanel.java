package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.ui.draft.Change;
import dev.gennaker.ui.kit.Icon;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What will be saved, drawn on the graph at the same time, with a message and Save. */
final class ChangesPanel extends Div {

  private final Desk desk;
  private final Span since = new Span();
  private final H2 title = new H2();
  private final UnorderedList list = new UnorderedList();
  private final TextField message = new TextField("Message");
  private final Span becomes = new Span();
  private final Button save = new Button("Save");

  /**
   * @param save gets the message
   */
  ChangesPanel(Desk desk, Consumer<String> save, Runnable close) {
    this.desk = desk;
    addClassName("diffp");
    getElement().setAttribute("role", "dialog");
    getElement().setAttribute("aria-label", "Changes");
    since.addClassName("ink3");
    Button shut = new Button(new Icon("x", "i14"), click -> close.run());
    shut.setThemeName("tertiary icon");
    shut.setAriaLabel("Close the changes");
    Span gap = new Span();
    gap.addClassName("grow");
    Div head = new Div(title, since, gap, shut);
    head.addClassName("diffp-head");
    message.setPlaceholder("optional: why");
    message.addKeyDownListener(Key.ENTER, event -> save.accept(message.getValue()));
    message.addKeyDownListener(Key.ESCAPE, event -> close.run());
    message.getElement().setAttribute("data-test", "message");
    becomes.addClassNames("xs", "ink3", "grow");
    Button back = new Button("Put all back", click -> desk.draft().putAllBack());
    this.save.setThemeName("primary");
    this.save.getElement().setAttribute("data-test", "save-now");
    this.save.addClickListener(click -> save.accept(message.getValue()));
    Div row = new Div(becomes, back, this.save);
    row.addClassName("diffp-row");
    Div foot = new Div(message, row);
    foot.addClassName("diffp-foot");
    add(head, list, foot);
    setVisible(false);
  }

  void open() {
    setVisible(true);
    refresh();
    message.focus();
  }

  /** Forgets the message of a save that was done. */
  void done() {
    message.clear();
    setVisible(false);
  }

  void refresh() {
    List<Change> changes = desk.draft().changes();
    int revision = desk.draft().base().revision();
    title.setText(changes.size() == 1 ? "1 change" : changes.size() + " changes");
    since.setText("since revision " + revision);
    becomes.setText("Becomes revision " + (revision + 1));
    save.setEnabled(desk.editable() && !changes.isEmpty());
    list.removeAll();
    changes.forEach(change -> list.add(line(change)));
  }

  private ListItem line(Change change) {
    Span sign = new Span(sign(change.kind()));
    sign.addClassNames("diff-sign", tone(change.kind()));
    sign.getElement().setAttribute("aria-hidden", "true");
    Span name = new Span(change.title());
    name.addClassName("b");
    Span detail = new Span(change.detail());
    detail.addClassName("ink2");
    Div words = new Div(name, detail);
    ListItem item = new ListItem(sign, words);
    @Nullable String stage = change.stage();
    if (stage != null && desk.document().stage(stage).isPresent()) {
      item.addClickListener(click -> desk.select(List.of(stage)));
      item.addClassName("go");
    }
    return item;
  }

  private static String sign(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "~";
      case REWIRED -> "⤳";
    };
  }

  private static String tone(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "ok";
      case REMOVED -> "fail";
      case CHANGED, REWIRED -> "run";
    };
  }
}

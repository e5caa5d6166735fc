package dev.gennaker.ui.fields;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.Setting.Kind;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.kit.Icon;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One field: its name, how its value is given, the value, help, what is wrong and what it was. */
final class FieldRow extends Div implements FormPart {

  private final Field field;
  private final Path path;
  private final Fields fields;
  private final Button manner = new Button();
  private final Div value = new Div();
  private final PreviewLines preview = new PreviewLines();
  private final Div notes = new Div();
  private @Nullable Manner shownManner;
  private @Nullable Manner wanted;
  private @Nullable Input input;

  FieldRow(Field field, Path path, Fields fields) {
    this.field = field;
    this.path = path;
    this.fields = fields;
    addClassName("fld");
    getElement().setAttribute("data-field", field.key());
    Span label = new Span(field.label());
    label.addClassName("fld-name");
    if (field.required()) {
      label.getElement().setAttribute("data-required", true);
    }
    manner.setThemeName("tertiary");
    manner.addClassName("manner");
    manner.setEnabled(fields.editable());
    manner.setVisible(mayChooseManner());
    menu();
    Div head = new Div(label, manner);
    head.addClassName("fld-head");
    notes.addClassName("fld-notes");
    notes.getElement().setAttribute("aria-live", "polite");
    add(head, value, preview, notes);
    refresh();
  }

  @Override
  public void refresh() {
    @Nullable JsonNode now = fields.read(path);
    Manner written = Manner.of(now);
    if (written != Manner.FIXED) {
      wanted = null;
    }
    Manner shown = wanted == null ? written : wanted;
    if (shown != shownManner) {
      shownManner = shown;
      build(shown);
    }
    if (input != null) {
      input.show(shown == Manner.FIXED && written != Manner.FIXED ? null : now);
    } else {
      asked(now);
    }
    preview.show(fields.becomes(path), path);
    notes(now);
  }

  @Override
  public void focusFirst() {
    if (input != null) {
      input.focus();
    }
  }

  @Override
  public boolean holds(String problem) {
    String at = path.toString();
    return problem.equals(at) || problem.startsWith(at + ".") || problem.startsWith(at + "[");
  }

  /** An expression is one already, and the pipeline itself is read before anything is asked. */
  private boolean mayChooseManner() {
    return field.kind() != Kind.EXPRESSION && fields.mayAsk();
  }

  private void build(Manner shown) {
    manner.setText(shown.label());
    manner.setIcon(new Icon(shown.icon(), "i12"));
    manner.setAriaLabel("%s: %s. Change how it is given".formatted(field.label(), shown.label()));
    value.removeAll();
    input =
        switch (shown) {
          case FIXED -> Inputs.of(field, () -> fields.choices(field, path), this::entered);
          case EXPRESSION -> Inputs.expression(field, this::entered);
          case ASK -> null;
        };
    if (input != null) {
      input.setEnabled(fields.editable());
      value.add(input.component());
    }
    getElement().getClassList().set("fld-flag", field.kind() == Kind.FLAG && shown == Manner.FIXED);
  }

  private void entered(@Nullable JsonNode value) {
    fields.write(path, value, field);
  }

  private void asked(@Nullable JsonNode now) {
    value.removeAll();
    Span what = new Span("Asked at start");
    Span name = new Span("as " + Objects.requireNonNullElse(Manner.parameter(now), ""));
    name.addClassName("ink2");
    Div box = new Div(what, name);
    box.addClassName("asked");
    value.add(box);
  }

  private void menu() {
    ContextMenu menu = new ContextMenu(manner);
    menu.setOpenOnClick(true);
    menu.addItem("Fixed: the same in every run", click -> choose(Manner.FIXED));
    if (field.kind() != Kind.JSON && field.kind() != Kind.MAP) {
      menu.addItem("Ask when the pipeline starts", click -> choose(Manner.ASK));
    }
    menu.addItem(
        "Expression: worked out when the stage starts", click -> choose(Manner.EXPRESSION));
  }

  private void choose(Manner chosen) {
    Manner written = Manner.of(fields.read(path));
    wanted = null;
    if (chosen == Manner.ASK && written != Manner.ASK) {
      fields.ask(path, field);
    } else if (chosen == Manner.FIXED && written == Manner.ASK) {
      fields.unask(path, field);
    } else if (chosen == Manner.FIXED && written == Manner.EXPRESSION) {
      fields.write(path, null, field);
    } else if (chosen == Manner.EXPRESSION && written == Manner.FIXED) {
      wanted = chosen;
    } else if (chosen == Manner.EXPRESSION) {
      wanted = chosen;
    }
    refresh();
    focusFirst();
  }

  private void notes(@Nullable JsonNode now) {
    notes.removeAll();
    getElement().getClassList().remove("bad");
    for (Problem problem : fields.problems(path)) {
      Span text = new Span(problem.message() + " ");
      Span fix = new Span(problem.fix());
      fix.addClassName("ink2");
      Paragraph line =
          new Paragraph(
              new Icon(problem.isError() ? "circle-alert" : "triangle-alert", "i12"), text, fix);
      line.addClassNames("prob", problem.isError() ? "fail" : "wait");
      notes.add(line);
      getElement().getClassList().add("bad");
    }
    @Nullable JsonNode saved = fields.saved(path);
    boolean changed = !Objects.equals(saved, now);
    getElement().getClassList().set("chg", changed);
    if (changed && saved != null) {
      Button back = new Button("Put back", click -> fields.write(path, saved, field));
      back.setThemeName("tertiary");
      back.addClassName("link");
      back.setAriaLabel("Put %s back to %s".formatted(field.label(), Difference.brief(saved)));
      back.setEnabled(fields.editable());
      Paragraph was = new Paragraph(new Span("was " + Difference.brief(saved)), back);
      was.addClassName("fld-was");
      notes.add(was);
    }
    if (!field.help().isBlank()) {
      Paragraph help = new Paragraph(field.help().replace("`", ""));
      help.addClassName("help");
      notes.add(help);
    }
  }
}

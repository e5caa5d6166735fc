package dev.gennaker.ui.fields;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;

/** A field that is an object: its members under its name. */
final class Group extends Div implements FormPart {

  private final FieldForm form;
  private final Path path;
  private final Fields fields;
  private final Div notes = new Div();

  Group(Field field, Path path, Fields fields) {
    this.path = path;
    this.fields = fields;
    addClassName("fld-group");
    notes.addClassName("fld-notes");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", field.label());
    form = new FieldForm(field.fields(), path, fields);
    add(Dom.span(field.label(), "fld-group-name"), notes, form);
  }

  @Override
  public void refresh() {
    form.refresh();
    notes.removeAll();
    for (Problem problem : fields.problems(path)) {
      if (problem.path().endsWith(path.toString())) {
        Paragraph line =
            new Paragraph(
                new Icon(problem.isError() ? "circle-alert" : "triangle-alert", "i12"),
                new Span(problem.message() + " " + problem.fix()));
        line.addClassNames("prob", problem.isError() ? "fail" : "wait");
        notes.add(line);
      }
    }
  }

  @Override
  public void focusFirst() {
    form.focusFirst();
  }

  @Override
  public boolean holds(String problem) {
    return problem.equals(path.toString())
        || form.parts().stream().anyMatch(part -> part.holds(problem));
  }
}

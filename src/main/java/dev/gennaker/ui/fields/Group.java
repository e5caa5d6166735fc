package dev.gennaker.ui.fields;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.draft.Path;

/** A field that is an object: its members under its name. */
final class Group extends Div implements FormPart {

  private final FieldForm form;

  Group(Field field, Path path, Fields fields) {
    addClassName("fld-group");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", field.label());
    form = new FieldForm(field.fields(), path, fields);
    add(new H3(field.label()), form);
  }

  @Override
  public void refresh() {
    form.refresh();
  }

  @Override
  public void focusFirst() {
    form.focusFirst();
  }

  @Override
  public boolean holds(String problem) {
    return form.parts().stream().anyMatch(part -> part.holds(problem));
  }
}

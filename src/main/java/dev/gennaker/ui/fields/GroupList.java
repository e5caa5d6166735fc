package dev.gennaker.ui.fields;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field that is a list of objects: a group for each, with adding and removing. */
final class GroupList extends Div implements FormPart {

  private final Field field;
  private final Path path;
  private final Fields fields;
  private final Div items = new Div();
  private final List<FieldForm> forms = new ArrayList<>();

  GroupList(Field field, Path path, Fields fields) {
    this.field = field;
    this.path = path;
    this.fields = fields;
    addClassName("fld-group");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", field.label());
    Button add = new Button("Add", new Icon("plus", "i14"), click -> add());
    add.setThemeName("tertiary");
    add.setAriaLabel("Add to " + field.label());
    add.setEnabled(fields.editable());
    add(Dom.span(field.label(), "fld-group-name"), items, add);
    refresh();
  }

  @Override
  public void refresh() {
    int size = size();
    if (size == forms.size()) {
      forms.forEach(FieldForm::refresh);
      return;
    }
    items.removeAll();
    forms.clear();
    for (int i = 0; i < size; i++) {
      int index = i;
      FieldForm form = new FieldForm(field.fields(), path.then(index), fields);
      Button remove = new Button(new Icon("x", "i14"), click -> remove(index));
      remove.setThemeName("tertiary icon");
      remove.setAriaLabel("Remove %s %d".formatted(field.label(), index + 1));
      remove.setEnabled(fields.editable());
      Div head = new Div(new Span(String.valueOf(index + 1)), remove);
      head.addClassName("item-head");
      Div item = new Div(head, form);
      item.addClassName("item");
      forms.add(form);
      items.add(item);
    }
  }

  @Override
  public void focusFirst() {
    if (!forms.isEmpty()) {
      forms.getFirst().focusFirst();
    }
  }

  @Override
  public boolean holds(String problem) {
    return problem.equals(path.toString())
        || forms.stream().flatMap(f -> f.parts().stream()).anyMatch(part -> part.holds(problem));
  }

  private int size() {
    @Nullable JsonNode list = fields.read(path);
    return list == null || !list.isArray() ? 0 : list.size();
  }

  private void add() {
    fields.write(path.then(size()), JsonMapper.shared().createObjectNode(), field);
    refresh();
    if (!forms.isEmpty()) {
      forms.getLast().focusFirst();
    }
  }

  private void remove(int index) {
    fields.write(path.then(index), null, field);
    // The forms after it stand at other places now.
    forms.clear();
    refresh();
  }
}

package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gennaker.ui.kit.Icon;
import java.util.List;

/** Several stages at once: what can be done with all of them. */
final class SeveralPart extends Div implements InspectorPart {

  private final Desk desk;
  private final List<String> stages;
  private final UnorderedList names = new UnorderedList();

  SeveralPart(Desk desk, List<String> stages) {
    this.desk = desk;
    this.stages = stages;
    addClassName("insp-several");
    Button duplicate =
        new Button("Duplicate", new Icon("copy", "i14"), c -> desk.edit(e -> e.duplicate(stages)));
    Button remove =
        new Button("Remove", new Icon("trash-2", "i14"), c -> desk.edit(e -> e.remove(stages)));
    remove.setThemeName("danger");
    duplicate.setEnabled(desk.editable());
    remove.setEnabled(desk.editable());
    Div actions = new Div(duplicate, remove);
    actions.addClassName("acts");
    add(new H2(stages.size() + " stages"), names, actions);
    refresh();
  }

  @Override
  public void refresh() {
    names.removeAll();
    stages.forEach(stage -> names.add(new ListItem(desk.document().nameOf(stage))));
  }

  @Override
  public void focusFirst() {}

  @Override
  public void focus(String problem) {}
}

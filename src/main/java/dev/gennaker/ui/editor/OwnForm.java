package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.accordion.Accordion;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gennaker.pipeline.Graph;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.KeyOrder;
import dev.gennaker.ui.draft.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form a stage type brings itself. It cannot follow the document, so it is made anew when
 * somebody else than it changed the settings: an undo, another tab, the text view.
 *
 * <p>The frontend build finds components by following code from the views, and no code leads from
 * here to a form that is only known as a bean; so what forms may be built of is named.
 */
@Uses(Accordion.class)
@Uses(CheckboxGroup.class)
@Uses(DatePicker.class)
@Uses(DateTimePicker.class)
@Uses(Details.class)
@Uses(FormLayout.class)
@Uses(Grid.class)
@Uses(HorizontalLayout.class)
@Uses(IntegerField.class)
@Uses(ListBox.class)
@Uses(NumberField.class)
@Uses(PasswordField.class)
@Uses(TabSheet.class)
@Uses(TimePicker.class)
@Uses(VerticalLayout.class)
final class OwnForm extends Div {

  /** Kept by the editor whatever a form gives back. */
  private static final Set<String> OURS = Set.of("refId", "requisiteStageRefIds", "type", "name");

  private final Desk desk;
  private final String stage;
  private final StageForm form;
  private @Nullable JsonNode shown;
  private boolean editing;

  OwnForm(Desk desk, String stage, StageForm form) {
    this.desk = desk;
    this.stage = stage;
    this.form = form;
    addClassName("own-form");
    refresh();
  }

  void refresh() {
    @Nullable JsonNode now = settings();
    boolean known = Objects.equals(now, shown);
    shown = now;
    // It shows its own change already; made anew it would lose the focus and close its folds.
    if (known || editing) {
      return;
    }
    removeAll();
    StageDefinition definition = desk.document().stage(stage).orElse(null);
    if (definition != null) {
      List<String> upstream = List.copyOf(Graph.of(desk.document().stages()).upstream(stage));
      Component made =
          form.create(
              definition.settings(),
              new StageForm.Place(desk.application(), stage, upstream),
              this::changed);
      made.getElement().setEnabled(desk.editable());
      add(made);
    }
  }

  void focusFirst() {
    getChildren()
        .flatMap(OwnForm::within)
        .filter(Focusable.class::isInstance)
        .findFirst()
        .ifPresent(component -> ((Focusable<?>) component).focus());
  }

  private static java.util.stream.Stream<Component> within(Component component) {
    return java.util.stream.Stream.concat(
        java.util.stream.Stream.of(component), component.getChildren().flatMap(OwnForm::within));
  }

  private void changed(Map<String, Object> settings) {
    editing = true;
    try {
      desk.attempt(
          () -> {
            desk.draft()
                .edit(
                    (before, after) -> "settings of " + after.nameOf(stage),
                    stage + ".settings",
                    document -> with(document, JsonMapper.shared().valueToTree(settings)));
            shown = settings();
            return true;
          });
    } finally {
      editing = false;
    }
  }

  private Document with(Document document, JsonNode given) {
    @Nullable JsonNode before = document.get(stage, Path.ROOT);
    JsonNode after = KeyOrder.like(before, given);
    for (String key : OURS) {
      after = Path.of(key).write(after, before == null ? null : before.get(key));
    }
    return document.with(stage, Path.ROOT, after);
  }

  /** Without the name, which is edited elsewhere and is no reason to make the form anew. */
  private @Nullable JsonNode settings() {
    @Nullable JsonNode all = desk.document().get(stage, Path.ROOT);
    JsonNode own = all;
    for (String key : OURS) {
      own = own == null ? null : Path.of(key).write(own, null);
    }
    return own;
  }
}

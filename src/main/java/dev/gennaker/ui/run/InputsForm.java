package dev.gennaker.ui.run;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.draft.Pretty;
import dev.gennaker.ui.fields.FieldForm;
import dev.gennaker.ui.kit.Dom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a stage to change: the form of its type, and as JSON what that form has no field
 * for.
 */
@StyleSheet("assets/theme/form.css")
final class InputsForm extends Div {

  /** What makes a stage that stage; it cannot be changed in a run. */
  private static final Set<String> FIXED =
      Set.of("refId", "requisiteStageRefIds", "type", "name", "id");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ChangedInputs inputs;
  private final Set<String> elsewhere = new HashSet<>(FIXED);
  private final TextArea rest = new TextArea("Other settings, as JSON");
  private @Nullable FieldForm derived;

  InputsForm(
      ChangedInputs inputs,
      String type,
      StageCatalog catalog,
      Optional<StageForm> own,
      StageForm.Place place) {
    this.inputs = inputs;
    addClassName("inputs-form");
    Dom.named(this, "inputs");
    if (own.isPresent()) {
      @SuppressWarnings("unchecked")
      Map<String, Object> settings = JSON.treeToValue(inputs.now(), Map.class);
      add(
          own.get()
              .create(
                  settings,
                  place,
                  changed ->
                      inputs.replace(
                          (ObjectNode)
                              JSON.<tools.jackson.databind.JsonNode>valueToTree(changed))));
      return;
    }
    List<Field> fields = catalog.find(type).map(t -> fields(catalog, t)).orElse(List.<Field>of());
    if (!fields.isEmpty()) {
      FieldForm form = new FieldForm(fields, Path.ROOT, inputs);
      fields.forEach(field -> elsewhere.add(field.key()));
      derived = form;
      add(form);
    }
    ObjectNode others = inputs.now().deepCopy();
    others.remove(elsewhere);
    if (!others.isEmpty() || fields.isEmpty()) {
      rest(others);
    }
  }

  /** Shows what is different and what is wrong now. */
  void refresh() {
    FieldForm form = derived;
    if (form != null) {
      form.refresh();
    }
  }

  /** Whether everything typed could be read. */
  boolean readable() {
    return !rest.isInvalid();
  }

  private static List<Field> fields(StageCatalog catalog, StageType<?> type) {
    return catalog.fields(type);
  }

  private void rest(ObjectNode others) {
    rest.addClassName("as-code");
    rest.setMinRows(3);
    rest.setMaxRows(14);
    rest.setWidthFull();
    rest.setManualValidation(true);
    rest.setValue(Pretty.print(others));
    rest.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    Dom.named(rest, "other-inputs");
    rest.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            read(event.getValue());
          }
        });
    add(rest);
  }

  private void read(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        rest.setInvalid(false);
        ObjectNode all = inputs.now().deepCopy();
        all.retain(elsewhere);
        object.propertyStream().forEach(entry -> put(all, entry));
        inputs.replace(all);
        return;
      }
      refuse("They are one JSON object, { … }.");
    } catch (JacksonException e) {
      refuse(
          "This is not JSON: %s (line %d)."
              .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()));
    }
  }

  private void put(ObjectNode all, Map.Entry<String, tools.jackson.databind.JsonNode> entry) {
    if (!elsewhere.contains(entry.getKey())) {
      all.set(entry.getKey(), entry.getValue());
    }
  }

  private void refuse(String why) {
    rest.setErrorMessage(why);
    rest.setInvalid(true);
  }
}

package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.pipeline.Parameter;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.kit.Dom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pipeline asks when it is started, with what is wrong at the fields. */
final class ParameterForm extends Div {

  private static final String PATH = "$.parameters.";

  private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

  /**
   * @param given values that stand there instead of the defaults
   */
  ParameterForm(List<Parameter> parameters, Map<String, String> given) {
    for (Parameter parameter : parameters) {
      String standard =
          parameter.defaultValue() == null ? "" : String.valueOf(parameter.defaultValue());
      add(Dom.div("field", field(parameter, given.getOrDefault(parameter.name(), standard))));
    }
  }

  /** What was entered, by parameter; empty fields are left out. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          String value = field.getValue();
          if (value != null && !value.isEmpty()) {
            values.put(name, value);
          }
        });
    return values;
  }

  /** Shows problems at their fields and gives back those that have none here. */
  List<Problem> show(List<Problem> problems) {
    fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
    List<Problem> others = new ArrayList<>();
    for (Problem problem : problems) {
      AbstractField<?, String> field =
          problem.path().startsWith(PATH)
              ? fields.get(problem.path().substring(PATH.length()))
              : null;
      if (field == null) {
        others.add(problem);
      } else {
        ((HasValidation) field).setErrorMessage(problem.message() + " " + problem.fix());
        ((HasValidation) field).setInvalid(true);
      }
    }
    return others;
  }

  private Component field(Parameter parameter, String value) {
    if (parameter.options().isEmpty()) {
      TextField field = new TextField(parameter.label());
      field.setHelperText(parameter.description());
      field.setRequiredIndicatorVisible(parameter.required());
      field.setManualValidation(true);
      field.setValue(value);
      fields.put(parameter.name(), field);
      return Dom.named(field, "parameter-" + parameter.name());
    }
    ComboBox<String> field = new ComboBox<>(parameter.label(), parameter.options());
    field.setHelperText(parameter.description());
    field.setRequiredIndicatorVisible(parameter.required());
    field.setManualValidation(true);
    field.setValue(parameter.options().contains(value) ? value : null);
    fields.put(parameter.name(), field);
    return Dom.named(field, "parameter-" + parameter.name());
  }
}

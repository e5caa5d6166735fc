package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Parameter;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Dom;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts a pipeline: asks its parameters, then opens the run. */
public final class StartDialog extends Dialog {

  private final Pipeline pipeline;
  private final Executions executions;
  private final Actor actor;
  private final Map<Parameter, AbstractField<?, String>> fields = new LinkedHashMap<>();
  private final UnorderedList problems = new UnorderedList();

  public StartDialog(Pipeline pipeline, Executions executions, Actor actor) {
    super("Start " + pipeline.name());
    this.pipeline = pipeline;
    this.executions = executions;
    this.actor = actor;
    Div refusal = Dom.div("fail", problems);
    refusal.getElement().setAttribute("role", "alert");
    if (pipeline.parameters().isEmpty()) {
      add(
          new Paragraph(
              "Runs revision %d with its %s."
                  .formatted(
                      pipeline.revision(),
                      dev.gennaker.ui.kit.Words.count(pipeline.stages().size(), "stage"))));
    }
    pipeline.parameters().forEach(parameter -> add(Dom.div("field", field(parameter))));
    add(refusal);
    Button start = new Button("Start", e -> start());
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.setId("confirm-start");
    start.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(this);
    getFooter().add(new Button("Not now", e -> close()), start);
  }

  private com.vaadin.flow.component.Component field(Parameter parameter) {
    String standard =
        parameter.defaultValue() == null ? "" : String.valueOf(parameter.defaultValue());
    if (parameter.options().isEmpty()) {
      TextField field = new TextField(parameter.label());
      field.setHelperText(parameter.description());
      field.setRequiredIndicatorVisible(parameter.required());
      field.setValue(standard);
      fields.put(parameter, field);
      return Dom.named(field, "parameter-" + parameter.name());
    }
    ComboBox<String> field = new ComboBox<>(parameter.label(), parameter.options());
    field.setHelperText(parameter.description());
    field.setRequiredIndicatorVisible(parameter.required());
    field.setValue(parameter.options().contains(standard) ? standard : null);
    fields.put(parameter, field);
    return Dom.named(field, "parameter-" + parameter.name());
  }

  private void start() {
    problems.removeAll();
    Map<String, Object> parameters = new LinkedHashMap<>();
    fields.forEach(
        (parameter, field) -> {
          String value = field.getValue();
          if (value != null && !value.isEmpty()) {
            parameters.put(parameter.name(), value);
          }
        });
    try {
      String id =
          executions.start(
              StartRequest.of(
                  pipeline,
                  Map.of("type", "manual", "user", actor.name(), "parameters", parameters)),
              actor);
      close();
      UI.getCurrent().navigate("executions/" + id);
    } catch (PipelineInvalid invalid) {
      if (invalid.problems().isEmpty()) {
        problems.add(new ListItem(invalid.getMessage()));
      }
      invalid.problems().forEach(p -> problems.add(new ListItem(p.message() + " " + p.fix())));
    }
  }
}

package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.Map;

/** Starts a pipeline, or plans its start: asks its parameters, then opens the run or the plan. */
public final class StartDialog extends Dialog {

  private final Pipeline pipeline;
  private final Executions executions;
  private final Actor actor;
  private final ParameterForm form;
  private final UnorderedList problems = new UnorderedList();

  public StartDialog(Pipeline pipeline, Executions executions, Actor actor) {
    this(pipeline, Map.of(), executions, actor);
  }

  /**
   * @param given values of parameters that stand there instead of the defaults
   */
  public StartDialog(
      Pipeline pipeline, Map<String, String> given, Executions executions, Actor actor) {
    super("Start " + pipeline.name());
    this.pipeline = pipeline;
    this.executions = executions;
    this.actor = actor;
    this.form = new ParameterForm(pipeline.parameters(), given);
    Div refusal = Dom.div("fail", problems);
    refusal.getElement().setAttribute("role", "alert");
    if (pipeline.parameters().isEmpty()) {
      add(
          new Paragraph(
              "Runs revision %d with its %s."
                  .formatted(pipeline.revision(), Words.count(pipeline.stages().size(), "stage"))));
    }
    add(form, refusal);
    Button start = new Button("Start", e -> attempt(this::start));
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.setId("confirm-start");
    start.addClickShortcut(Key.ENTER).listenOn(this);
    Button plan = new Button("Plan", e -> attempt(this::plan));
    plan.setId("plan-start");
    plan.setTooltipText("Shows what it would do, and does nothing.");
    getFooter().add(new Button("Not now", e -> close()), plan, start);
  }

  private void start(ManualStart wanted) {
    String id = wanted.start(executions, actor);
    close();
    UI.getCurrent().navigate("executions/" + id);
  }

  /** Planned here too, so that what is wrong is said where it can be mended. */
  private void plan(ManualStart wanted) {
    wanted.plan(executions, actor);
    close();
    UI.getCurrent()
        .navigate(PipelineAddress.plan(pipeline), PipelineAddress.query(wanted.parameters()));
  }

  private void attempt(java.util.function.Consumer<ManualStart> what) {
    problems.removeAll();
    form.show(List.of());
    try {
      what.accept(new ManualStart(pipeline, form.values()));
    } catch (PipelineInvalid invalid) {
      if (invalid.problems().isEmpty()) {
        problems.add(new ListItem(invalid.getMessage()));
      }
      for (Problem problem : form.show(invalid.problems())) {
        problems.add(new ListItem(problem.message() + " " + problem.fix()));
      }
    }
  }
}

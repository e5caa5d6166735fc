package dev.gennaker.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.ui.graph.GraphCommand;
import dev.gennaker.ui.graph.PipelineGraph;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.pipelines.ManualStart;
import dev.gennaker.ui.pipelines.PipelineAddress;
import dev.gennaker.ui.pipelines.StartDialog;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a start with the parameters of the address would do; planned whenever it is opened. */
@Route("applications/:app/pipelines/:name/plan")
@PermitAll
@StyleSheet("assets/theme/plan.css")
class PlanView extends Div implements BeforeEnterObserver, Page {

  private final Pipelines pipelines;
  private final Executions executions;
  private final Permissions permissions;
  private final StageCatalog catalog;
  private final Actor actor;
  private final Span about = Dom.span("", "ink2");
  private final Span asOf = Dom.spanOf("ink2");
  private final Button start = new Button("Start", e -> start());
  private final PlanVerdict verdict = new PlanVerdict();
  private final PipelineGraph graph = new PipelineGraph();
  private final PlanSteps steps = new PlanSteps();
  private final Div body;
  private @Nullable ManualStart wanted;

  PlanView(
      Pipelines pipelines,
      Executions executions,
      Permissions permissions,
      StageCatalog catalog,
      CurrentActor current) {
    this.pipelines = pipelines;
    this.executions = executions;
    this.permissions = permissions;
    this.catalog = catalog;
    this.actor = current.get();
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.setId("start-planned");
    Button again = new Button("Plan again", e -> show());
    again.setId("plan-again");
    Button change = new Button("Change…", e -> change());
    change.setId("change-parameters");
    change.setTooltipText("Plans or starts it with other parameters.");
    graph.addCommandListener(this::heard);
    Section list = Dom.section("", "What it would do", -1, asOf);
    list.add(steps);
    body = Dom.div("plan-all", Dom.div("plan-graph", graph), list);
    add(
        Dom.div("pagehead", Dom.h1("Plan"), about, Dom.span("", "grow"), again, change, start),
        verdict,
        body);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String application = PipelineAddress.decoded(event.getRouteParameters().get("app").orElse(""));
    String name = PipelineAddress.decoded(event.getRouteParameters().get("name").orElse(""));
    Pipeline pipeline =
        pipelines
            .find(application, name, actor)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "There is no pipeline %s in %s.".formatted(name, application)));
    wanted =
        new ManualStart(
            pipeline, PipelineAddress.parameters(event.getLocation().getQueryParameters()));
    show();
  }

  @Override
  public List<Crumb> crumbs() {
    ManualStart asked = wanted;
    if (asked == null) {
      return List.of(new Crumb("Plan", ""));
    }
    String home = "applications/" + asked.pipeline().application();
    return List.of(
        new Crumb(asked.pipeline().application(), home),
        new Crumb("Pipelines", home + "/pipelines"),
        new Crumb(asked.pipeline().name(), PipelineAddress.edit(asked.pipeline())),
        new Crumb("Plan", ""));
  }

  @Override
  public @Nullable String application() {
    ManualStart asked = wanted;
    return asked == null ? null : asked.pipeline().application();
  }

  private void show() {
    ManualStart asked = wanted;
    if (asked == null) {
      return;
    }
    Pipeline pipeline = asked.pipeline();
    about.setText(
        asked.parameters().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(
                Collectors.joining(
                    ", ", "of %s, rev %d ".formatted(pipeline.name(), pipeline.revision()), "")));
    boolean mayStart = permissions.allows(actor, Permission.EXECUTE, pipeline.application());
    start.setTooltipText(
        mayStart ? "" : "Needs EXECUTE on application " + pipeline.application() + ".");
    try {
      show(pipeline, asked.plan(executions, actor));
      start.setEnabled(mayStart);
    } catch (PipelineInvalid invalid) {
      verdict.refuse(String.valueOf(invalid.getMessage()), invalid.problems());
      start.setEnabled(false);
      body.setVisible(false);
    }
  }

  private void show(Pipeline pipeline, ExecutionPlan plan) {
    List<Foreseen> stages = Foreseen.in(plan);
    verdict.show(plan, stages);
    graph.setModel(PlanGraph.of(pipeline, plan, actor.name(), catalog));
    steps.show(stages);
    asOf.removeAll();
    asOf.add(Dom.span("as of "), Moment.seconds(plan.asOf()));
    body.setVisible(true);
  }

  private void start() {
    ManualStart asked = wanted;
    if (asked != null) {
      try {
        UI.getCurrent().navigate("executions/" + asked.start(executions, actor));
      } catch (PipelineInvalid invalid) {
        verdict.refuse(String.valueOf(invalid.getMessage()), invalid.problems());
      }
    }
  }

  private void change() {
    ManualStart asked = wanted;
    if (asked != null) {
      new StartDialog(asked.pipeline(), asked.parameters(), executions, actor).open();
    }
  }

  private void heard(GraphCommand command) {
    if (command instanceof GraphCommand.Select select) {
      steps.point(select.ids().isEmpty() ? null : select.ids().getLast());
    } else if (command instanceof GraphCommand.Edit edit) {
      steps.point(edit.id());
    }
  }
}

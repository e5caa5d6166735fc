package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineSaved;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** The pipelines of an application with their last runs, live. */
@Route("applications/:app/pipelines")
@Nav(title = "Pipelines", icon = "workflow", group = Nav.Group.APPLICATION, order = 20)
@PermitAll
@StyleSheet("assets/theme/runs.css")
class PipelinesView extends Div implements BeforeEnterObserver, Page {

  private static final int RUNS_EACH = 5;

  private final Applications applications;
  private final Pipelines pipelines;
  private final Executions executions;
  private final Permissions permissions;
  private final Actor actor;
  private final Div head = Dom.div("pagehead");
  private final Div list = new Div();
  private String application = "";

  PipelinesView(
      Applications applications,
      Pipelines pipelines,
      Executions executions,
      Permissions permissions,
      CurrentActor currentActor,
      Live live) {
    this.applications = applications;
    this.pipelines = pipelines;
    this.executions = executions;
    this.permissions = permissions;
    this.actor = currentActor.get();
    add(head, list);
    live.follow(this, this::concerns, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    application = event.getRouteParameters().get("app").orElse("");
    if (applications.find(application, actor).isEmpty()) {
      throw new NotFoundException("There is no application " + application + ".");
    }
    refresh();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("Applications", "applications"),
        new Crumb(application, "applications/%s/clusters".formatted(application)),
        new Crumb("Pipelines", ""));
  }

  @Override
  public String application() {
    return application;
  }

  private boolean concerns(Object fact) {
    return fact instanceof ExecutionChanged changed && changed.application().equals(application)
        || fact instanceof PipelineSaved saved && saved.application().equals(application);
  }

  private void refresh() {
    List<Pipeline> found = pipelines.list(application, actor);
    boolean mayWrite = permissions.allows(actor, Permission.WRITE, application);
    Button create =
        new Button("New pipeline…", e -> new CreateDialog(application, pipelines, actor).open());
    create.setId("new-pipeline");
    create.setEnabled(mayWrite);
    create.setTooltipText(mayWrite ? "" : "Needs WRITE on application " + application + ".");
    head.removeAll();
    head.add(
        Dom.h1("Pipelines"),
        Dom.span(Words.count(found.size(), "pipeline"), "ink2"),
        Dom.span("", "grow"),
        create);
    list.removeAll();
    if (found.isEmpty()) {
      list.add(
          new EmptyState(
              "workflow",
              "No pipelines yet",
              "A pipeline carries a change from one stage to the next: find an image, deploy it, ask somebody, deploy it further."));
    }
    found.forEach(pipeline -> list.add(section(pipeline)));
  }

  private Section section(Pipeline pipeline) {
    boolean mayStart = permissions.allows(actor, Permission.EXECUTE, application);
    Button start = new Button("Start…", e -> new StartDialog(pipeline, executions, actor).open());
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.setEnabled(mayStart && !pipeline.disabled());
    start.setTooltipText(
        !mayStart
            ? "Needs EXECUTE on application " + application + "."
            : pipeline.disabled() ? "This pipeline is disabled." : "");
    Dom.named(start, "start-" + pipeline.name());
    Button edit = new Button("Edit", e -> UI.getCurrent().navigate(PipelineAddress.edit(pipeline)));
    Dom.named(edit, "edit-" + pipeline.name());
    Section section = Dom.section("pipeline", pipeline.name(), -1, about(pipeline), edit, start);
    List<ExecutionHeader> runs =
        executions.list(
            new ExecutionQuery(application, null, Set.of(pipeline.id()), Set.of(), null, RUNS_EACH),
            actor);
    if (runs.isEmpty()) {
      section.add(Dom.p("Never run.", "ink3", "never"));
    }
    runs.forEach(run -> section.add(new RunRow(run, false)));
    return section;
  }

  private static com.vaadin.flow.component.html.Span about(Pipeline pipeline) {
    return Dom.span(
        "%s, rev %d by %s%s"
            .formatted(
                Words.count(pipeline.stages().size(), "stage"),
                pipeline.revision(),
                pipeline.savedBy(),
                pipeline.disabled() ? ", disabled" : ""),
        "ink3",
        "xs");
  }
}

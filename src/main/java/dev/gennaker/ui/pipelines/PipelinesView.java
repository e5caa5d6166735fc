package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.NoSuchApplication;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Span count = Dom.span("", "ink2");
  private final Button create = new Button("New pipeline…");
  private final Div list = new Div();
  private final EmptyState none =
      new EmptyState(
          "workflow",
          "No pipelines yet",
          "A pipeline carries a change from one stage to the next: find an image, deploy it, ask somebody, deploy it further.");
  private final Map<String, PipelineSection> sections = new LinkedHashMap<>();
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
    create.setId("new-pipeline");
    create.addClickListener(e -> new CreateDialog(application, pipelines, actor).open());
    add(Dom.div("pagehead", Dom.h1("Pipelines"), count, Dom.span("", "grow"), create), none, list);
    live.follow(this, this::concerns, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    application = event.getRouteParameters().get("app").orElse("");
    if (applications.find(application, actor).isEmpty()) {
      throw new NoSuchApplication(application);
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
    boolean mayStart = permissions.allows(actor, Permission.EXECUTE, application);
    create.setEnabled(mayWrite);
    create.setTooltipText(mayWrite ? "" : "Needs WRITE on application " + application + ".");
    count.setText(Words.count(found.size(), "pipeline"));
    none.setVisible(found.isEmpty());
    List<String> names = found.stream().map(p -> p.id() + " " + p.name()).toList();
    if (!names.equals(List.copyOf(sections.keySet()))) {
      sections.clear();
      list.removeAll();
      found.forEach(
          p -> sections.put(p.id() + " " + p.name(), new PipelineSection(p, this::start)));
      list.add(List.copyOf(sections.values()));
    }
    found.forEach(p -> shown(p).show(p, lastRuns(p), mayStart));
  }

  private PipelineSection shown(Pipeline pipeline) {
    return Objects.requireNonNull(sections.get(pipeline.id() + " " + pipeline.name()));
  }

  private void start(Pipeline pipeline) {
    new StartDialog(pipeline, executions, actor).open();
  }

  private List<ExecutionHeader> lastRuns(Pipeline pipeline) {
    return executions.list(
        new ExecutionQuery(application, null, Set.of(pipeline.id()), Set.of(), null, RUNS_EACH),
        actor);
  }
}

package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.JudgmentsChanged;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.graph.GraphCommand;
import dev.gennaker.ui.graph.PipelineGraph;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution, live: graph, timeline, and the selected stage, which the address holds as {@code
 * ?stage=}.
 */
@Route("executions/:execution")
@PermitAll
@StyleSheet("assets/theme/run.css")
class RunView extends Div implements BeforeEnterObserver, Page {

  private final Executions executions;
  private final RunDesk desk;
  private final Clock clock;
  private final Actor actor;
  private final RunGraph model;

  private final PipelineGraph graph = new PipelineGraph();
  private final RunTimeline timeline = new RunTimeline(this::selectById);
  private final RunHead head;
  private final StagePanel panel = new StagePanel(() -> select(null));

  private String executionId = "";
  private @Nullable Execution execution;
  private @Nullable String selected;
  private @Nullable Judgment asked;
  private volatile Set<String> children = Set.of();
  private @Nullable Component question;

  RunView(Executions executions, RunDesk desk, Live live, CurrentActor currentActor, Clock clock) {
    this.executions = executions;
    this.desk = desk;
    this.clock = clock;
    this.actor = currentActor.get();
    this.model = desk.graph();
    this.head =
        new RunHead(
            this::pause, this::resume, this::cancel, desk.download(() -> executionId, actor));
    addClassName("run-view");
    Div picture = new Div(graph);
    picture.addClassName("run-graph");
    Div time = new Div(legend(), timeline);
    time.addClassName("run-time");
    Div left = new Div(head, picture, time);
    left.addClassName("run-left");
    add(left, panel);
    graph.addCommandListener(this::heard);
    live.follow(this, this::concerns, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    executionId = event.getRouteParameters().get("execution").orElse("");
    selected = event.getLocation().getQueryParameters().getSingleParameter("stage").orElse(null);
    refresh();
    if (execution == null) {
      throw new NotFoundException(
          "There is no execution %s, or it was deleted.".formatted(executionId));
    }
  }

  @Override
  public List<Crumb> crumbs() {
    Execution run = execution;
    return run == null
        ? List.of(new Crumb("Runs", "executions"))
        : List.of(
            new Crumb("Applications", "applications"),
            new Crumb(run.application(), "applications/" + run.application()),
            new Crumb("Pipelines", "applications/%s/pipelines".formatted(run.application())),
            new Crumb(run.name(), ""));
  }

  @Override
  public @Nullable String application() {
    return execution == null ? null : execution.application();
  }

  @Override
  public boolean flush() {
    return true;
  }

  private boolean concerns(Object fact) {
    return fact instanceof ExecutionChanged changed && isShown(changed.executionId())
        || fact instanceof JudgmentsChanged asked && isShown(asked.executionId());
  }

  /** Runs it waits for belong to it: what they ask is asked here too. */
  private boolean isShown(String id) {
    return id.equals(executionId) || children.contains(id);
  }

  private void refresh() {
    Optional<Execution> found = executions.find(executionId, actor);
    execution = found.orElse(null);
    found.ifPresent(this::show);
  }

  private void show(Execution run) {
    boolean maySteer = desk.maySteer(run, actor);
    RunDesk.Asked questions = desk.asked(run, actor);
    Set<String> needsYou = questions.needsYou();
    List<ExecutionEvent> events = executions.events(run.id(), actor);
    children = questions.children();
    head.show(run, maySteer);
    graph.setModel(model.of(run, needsYou, maySteer, clock.instant()));
    timeline.show(run, TimelineRow.of(run, events, needsYou), clock.instant());
    showSelected(run, questions, new Attempts(events), maySteer);
  }

  private void showSelected(
      Execution run, RunDesk.Asked questions, Attempts attempts, boolean maySteer) {
    Optional<StageState> stage =
        run.stages().stream().filter(s -> s.refId().equals(selected)).findFirst();
    panel.setVisible(stage.isPresent());
    getElement().getClassList().set("has-panel", stage.isPresent());
    timeline.select(stage.map(StageState::id).orElse(""));
    graph.select(stage.map(s -> List.of(s.refId())).orElse(List.of()));
    stage.ifPresent(
        s -> {
          boolean needed = questions.needsYou().contains(s.id());
          panel.show(
              run,
              s,
              Standing.of(s, run, needed),
              judgment(questions.byStage().get(s.id())),
              attempts,
              model.actions(run, s, needed, maySteer),
              action -> desk.act(action.name(), run, s, actor, this::refresh));
        });
  }

  /**
   * The same form for the same question: it keeps what somebody typed while the run goes on around
   * it.
   */
  private @Nullable Component judgment(@Nullable Judgment now) {
    if (!Objects.equals(now, asked)) {
      asked = now;
      question = now == null ? null : desk.shown(now, actor, this::refresh);
    }
    return question;
  }

  private void heard(GraphCommand command) {
    switch (command) {
      case GraphCommand.Select select ->
          select(select.ids().isEmpty() ? null : select.ids().getLast());
      case GraphCommand.Edit edit -> select(edit.id());
      case GraphCommand.Act act -> act(act.id(), act.action());
      case GraphCommand.Leave _ -> select(null);
      case GraphCommand.SelectEdge _,
          GraphCommand.OpenPalette _,
          GraphCommand.Connect _,
          GraphCommand.Disconnect _,
          GraphCommand.Remove _,
          GraphCommand.Duplicate _,
          GraphCommand.Insert _,
          GraphCommand.Beside _,
          GraphCommand.Copy _,
          GraphCommand.Paste _,
          GraphCommand.Undo _,
          GraphCommand.Redo _,
          GraphCommand.Save _,
          GraphCommand.GoToProblem _ -> {}
    }
  }

  private void act(String refId, String action) {
    select(refId);
    Execution run = execution;
    if (run != null) {
      run.stages().stream()
          .filter(s -> s.refId().equals(refId))
          .findFirst()
          .ifPresent(s -> desk.act(action, run, s, actor, this::refresh));
    }
  }

  private void selectById(String stageId) {
    Execution run = execution;
    if (run != null) {
      run.stage(stageId).ifPresent(stage -> select(stage.refId()));
    }
  }

  private void select(@Nullable String refId) {
    if (Objects.equals(refId, selected)) {
      return;
    }
    selected = refId;
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(
            null,
            new com.vaadin.flow.router.Location(
                "executions/" + executionId,
                refId == null
                    ? QueryParameters.empty()
                    : QueryParameters.simple(Map.of("stage", refId))));
    refresh();
  }

  private void cancel() {
    Execution run = execution;
    if (run != null) {
      desk.cancel(run, actor, this::refresh);
    }
  }

  private void pause() {
    executions.pause(executionId, actor);
    refresh();
  }

  private void resume() {
    executions.resume(executionId, actor);
    refresh();
  }

  private static Div legend() {
    Span working = new Span("working");
    working.addClassName("lg");
    working.getElement().insertChild(0, new com.vaadin.flow.dom.Element("i"));
    Span waiting = new Span("waiting");
    waiting.addClassName("lg");
    com.vaadin.flow.dom.Element hatch = new com.vaadin.flow.dom.Element("i");
    hatch.getClassList().add("waits");
    waiting.getElement().insertChild(0, hatch);
    Span grow = new Span();
    grow.addClassName("grow");
    Div legend = new Div(new H2("Timeline"), grow, working, waiting);
    legend.addClassName("hd");
    return legend;
  }
}

package dev.gennaker.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Executions;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.pipeline.PipelineSaved;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.inbox.JudgmentLine;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** What needs you, how the applications are, what runs. */
@Route("")
@PermitAll
@Nav(title = "Home", icon = "house", order = 10, phone = true)
class HomeView extends Div implements Page {

  private static final int RECENT = 12;
  private static final Set<ExecutionStatus> GOING =
      Set.of(
          ExecutionStatus.NOT_STARTED,
          ExecutionStatus.BUFFERED,
          ExecutionStatus.RUNNING,
          ExecutionStatus.PAUSED,
          ExecutionStatus.SUSPENDED);
  private static final Set<ExecutionStatus> ENDED =
      Set.of(
          ExecutionStatus.SUCCEEDED,
          ExecutionStatus.TERMINAL,
          ExecutionStatus.CANCELED,
          ExecutionStatus.STOPPED,
          ExecutionStatus.FAILED_CONTINUE);

  private final Actor actor;
  private final Judgments judgments;
  private final Executions executions;
  private final ApplicationHealth health;

  private final UnorderedList needs = new UnorderedList();
  private final Span needsCount = Dom.span("", "cnt");
  private final Section needsYou = section("needs", "Needs you", needsCount, needs);
  private final ApplicationTable applications = new ApplicationTable();
  private final Div noApplications = Dom.div("");
  private final Span applicationCount = Dom.span("", "cnt");
  private final UnorderedList running = new UnorderedList();
  private final Span runningCount = Dom.span("", "cnt");
  private final UnorderedList recent = new UnorderedList();
  private final Rows<Judgment> needRows = new Rows<>(needs, Judgment::id, JudgmentLine::new);
  private final Rows<ExecutionHeader> runningRows =
      new Rows<>(running, ExecutionHeader::id, RunLines::running);
  private final Rows<ExecutionHeader> recentRows =
      new Rows<>(recent, ExecutionHeader::id, RunLines::ended);

  HomeView(
      CurrentActor current,
      Judgments judgments,
      Executions executions,
      ApplicationHealth health,
      Live live) {
    this.actor = current.get();
    this.judgments = judgments;
    this.executions = executions;
    this.health = health;
    addClassName("home");
    Section apps = section("", "Applications", applicationCount, applications);
    apps.add(noApplications);
    H1 title = Dom.h1("Home");
    title.addClassName("vh");
    add(
        title,
        needsYou,
        Dom.div(
            "cols",
            Dom.div("", apps),
            Dom.div(
                "",
                section("running", "Running", runningCount, running),
                section(
                    "recent",
                    "Recent runs",
                    Dom.linkOf("executions", "link s end", Dom.span("All runs")),
                    recent))));
    showApplications();
    showRuns();
    live.follow(
        this,
        event -> event instanceof InventoryChanged || event instanceof PipelineSaved,
        this::showApplications);
    live.follow(
        this,
        event -> !(event instanceof InventoryChanged || event instanceof PipelineSaved),
        this::showRuns);
  }

  private static Section section(
      String classes, String title, Component beside, Component content) {
    Section section = Dom.section(classes, title, -1);
    section.getChildren().findFirst().ifPresent(head -> ((Div) head).add(beside));
    section.add(content);
    return section;
  }

  private void showApplications() {
    ApplicationHealth.Table table = health.of(actor);
    applicationCount.setText(String.valueOf(table.rows().size()));
    applications.show(table);
    applications.setVisible(!table.rows().isEmpty());
    noApplications.removeAll();
    if (table.rows().isEmpty()) {
      noApplications.add(
          new EmptyState(
              "boxes",
              "No application yet",
              "An application owns pipelines and server groups. Create the first one.",
              Dom.link("applications", "Applications", "link")));
    }
  }

  private void showRuns() {
    List<Judgment> waiting = judgments.waitingFor(actor);
    needsYou.setVisible(!waiting.isEmpty());
    needsCount.setText(String.valueOf(waiting.size()));
    needRows.show(waiting);
    List<ExecutionHeader> going =
        executions.list(new ExecutionQuery(null, null, Set.of(), GOING, null, 20), actor);
    runningCount.setText(String.valueOf(going.size()));
    runningRows.show(going);
    recentRows.show(
        executions.list(new ExecutionQuery(null, null, Set.of(), ENDED, null, RECENT), actor));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Home", ""));
  }
}

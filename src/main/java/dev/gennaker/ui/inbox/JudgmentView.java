package dev.gennaker.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.JudgmentsChanged;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Markdown;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One judgment: the question, what would change, and the answer. Made for a phone too. */
@Route("inbox/:execution/:stage")
@PermitAll
class JudgmentView extends Div implements Page, BeforeEnterObserver {

  private final Judgments judgments;
  private final Executions executions;
  private final StageCatalog catalog;
  private final Actor actor;
  private volatile String executionId = "";
  private String stageId = "";
  private boolean stopFirst;
  private @Nullable Judgment shown;

  JudgmentView(
      Judgments judgments,
      Executions executions,
      StageCatalog catalog,
      CurrentActor current,
      Live live) {
    this.judgments = judgments;
    this.executions = executions;
    this.catalog = catalog;
    this.actor = current.get();
    addClassName("jp");
    live.follow(this, this::concerns, this::refresh);
  }

  private boolean concerns(Object event) {
    return switch (event) {
      case JudgmentsChanged changed -> changed.executionId().equals(executionId);
      case ExecutionChanged changed -> changed.executionId().equals(executionId);
      default -> false;
    };
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    executionId = event.getRouteParameters().get("execution").orElse("");
    stageId = event.getRouteParameters().get("stage").orElse("");
    stopFirst =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("choice")
            .orElse("")
            .equals("stop");
    shown = null;
    if (judgments.of(executionId, stageId, actor).isEmpty()) {
      event.rerouteToError(
          NotFoundException.class, "No judgment was ever asked for at this address");
      return;
    }
    refresh();
  }

  /** Only a changed judgment is drawn anew: nobody loses the reason he is typing. */
  private void refresh() {
    Optional<Judgment> judgment = judgments.of(executionId, stageId, actor);
    Optional<Execution> execution = executions.find(executionId, actor);
    Optional<StageState> stage = execution.flatMap(e -> e.stage(stageId));
    if (judgment.isPresent()
        && execution.isPresent()
        && stage.isPresent()
        && !judgment.get().equals(shown)) {
      show(judgment.get(), execution.get(), stage.get());
    }
  }

  private void show(Judgment judgment, Execution execution, StageState stage) {
    shown = judgment;
    removeAll();
    boolean open = judgment.verdict() == null && judgment.withdrawnAt() == null;
    Div mark =
        Dom.div(
            open ? "dm" : "dm closed", StatusWord.shape(open ? Status.NEEDS_YOU : Status.SKIPPED));
    add(
        Dom.div(
            "jh",
            mark,
            Dom.div(
                "",
                Dom.h1(judgment.stageName()),
                Dom.div(
                    "ink2",
                    Dom.span("Asked by "),
                    Dom.link("executions/" + executionId, judgment.pipeline(), "link"),
                    Dom.span(", for %s, ".formatted(judgment.askedBy())),
                    Moment.age(judgment.askedAt()),
                    Dom.span(" ago.")))));
    if (!judgment.instructions().isBlank()) {
      Markdown ask = new Markdown(judgment.instructions());
      ask.addClassName("ask");
      add(ask);
    }
    List<String> after =
        execution.topLevel().stream()
            .filter(next -> next.requisites().contains(stage.refId()))
            .map(StageState::name)
            .toList();
    add(
        Dom.div(
            "jcols",
            new Evidence(catalog, judgment, execution, stage),
            new Decision(
                judgment,
                stage,
                judgments.mayAnswer(judgment, actor),
                actor.name(),
                after,
                stopFirst,
                (decision, input, reason) -> {
                  judgments.answer(executionId, stageId, decision, input, reason, actor);
                  refresh();
                })));
  }

  @Override
  public List<Crumb> crumbs() {
    Judgment judgment = shown;
    return judgment == null
        ? List.of(new Crumb("Needs you", "inbox"))
        : List.of(
            new Crumb("Needs you", "inbox"),
            new Crumb(
                judgment.application(), "applications/" + judgment.application() + "/clusters"),
            new Crumb(judgment.pipeline(), "executions/" + executionId),
            new Crumb(judgment.stageName(), ""));
  }
}

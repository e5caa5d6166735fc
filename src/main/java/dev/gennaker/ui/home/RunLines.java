package dev.gennaker.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Pips;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import java.time.Instant;
import java.util.List;

/** A run as a few lines on the home page. */
final class RunLines {

  private RunLines() {}

  /** With a timeline in miniature and what it waits for. */
  static Component running(ExecutionHeader run) {
    Status status = status(run);
    Instant since = run.startedAt() == null ? run.createdAt() : run.startedAt();
    Span timeline = Dom.span("", "tl");
    timeline.getElement().setAttribute("aria-hidden", "true");
    timeline.getElement().setProperty("innerHTML", timeline(run.stages()));
    return Dom.named(
        new ListItem(
            Dom.div(
                "r1",
                StatusWord.shape(status),
                name(run),
                Dom.span("", "grow"),
                Dom.spanOf("ink2 tn", Moment.elapsed(since))),
            timeline,
            Dom.div("r2", Dom.span(now(run), "ink2", "trunc"))),
        "running-" + run.id());
  }

  private static Status status(ExecutionHeader run) {
    return Status.of(run.status(), !run.waiting().isEmpty(), needsPerson(run));
  }

  private static boolean needsPerson(ExecutionHeader run) {
    return run.stages().stream().anyMatch(ExecutionHeader.StagePip::needsPerson);
  }

  private static String now(ExecutionHeader run) {
    String stage =
        run.stages().stream()
            .filter(pip -> pip.status() == ExecutionStatus.RUNNING)
            .map(ExecutionHeader.StagePip::name)
            .findFirst()
            .orElse("");
    if (run.waiting().isEmpty()) {
      return stage.isEmpty() ? "Starting" : stage;
    }
    return stage.isEmpty() || run.waiting().startsWith(stage)
        ? run.waiting()
        : stage + ": " + run.waiting();
  }

  /** Only shapes; no text of people goes in here. */
  private static String timeline(List<ExecutionHeader.StagePip> stages) {
    StringBuilder parts = new StringBuilder();
    for (ExecutionHeader.StagePip pip : stages) {
      parts.append(
          switch (Status.of(pip.status(), pip.held(), pip.needsPerson())) {
            case SUCCEEDED, SKIPPED -> "<span class=\"d\"></span>";
            case FAILED -> "<span class=\"f\"></span>";
            case RUNNING -> "<span class=\"a\"><b></b></span>";
            case NEEDS_YOU, HELD -> "<span class=\"h\"><b></b></span>";
            case STOPPED, NOT_REACHED, TODO -> "<span class=\"t\"></span>";
          });
    }
    return parts.toString();
  }

  /** When, what, its stages, how it ended. */
  static Component ended(ExecutionHeader run) {
    Status status = status(run);
    ListItem line =
        new ListItem(
            Dom.spanOf(
                "tm ink3", Moment.clock(run.endedAt() == null ? run.createdAt() : run.endedAt())),
            name(run),
            new Pips(
                run.stages().stream()
                    .map(pip -> atTheEnd(Status.of(pip.status(), pip.held(), pip.needsPerson())))
                    .toList()),
            Dom.spanOf("wd " + status.tone(), Dom.span(status.word())));
    return Dom.named(line, "ended-" + run.id());
  }

  private static Status atTheEnd(Status status) {
    return status == Status.TODO ? Status.NOT_REACHED : status;
  }

  private static Component name(ExecutionHeader run) {
    return Dom.linkOf(
        "executions/" + run.id(),
        "trunc",
        Dom.span(run.application(), "m"),
        Dom.span(" / ", "ink3"),
        Dom.span(run.name()));
  }
}

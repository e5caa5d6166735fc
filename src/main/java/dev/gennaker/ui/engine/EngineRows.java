package dev.gennaker.ui.engine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.gennaker.execution.LeaseLost;
import dev.gennaker.execution.QueueEntry;
import dev.gennaker.execution.Standing;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import java.time.Instant;

/** The rows of the engine's page; each is a link to its run. */
final class EngineRows {

  private EngineRows() {}

  static Component due(QueueEntry entry) {
    return row(
        "eq",
        entry.executionId(),
        Dom.spanOf("num wait", Moment.elapsed(entry.dueAt())),
        name(entry.application(), entry.name()),
        Dom.span("due and not picked", "ink2"));
  }

  static Component workedOn(QueueEntry entry) {
    String node = entry.node();
    Instant heartbeat = entry.heartbeat();
    return row(
        "eq",
        entry.executionId(),
        new StatusWord(Status.RUNNING, "Works"),
        name(entry.application(), entry.name()),
        Dom.spanOf(
            "ink2 trunc",
            Dom.span("on " + (node == null ? "–" : NodeRow.nameOf(node))),
            heartbeat == null
                ? Dom.span("")
                : Dom.spanOf("", Dom.span(", heard at "), Moment.seconds(heartbeat))));
  }

  static Component lost(LeaseLost loss) {
    return row(
        "eq",
        loss.executionId(),
        Dom.spanOf("num ink2", Moment.seconds(loss.at())),
        Dom.span(loss.executionId(), "mono", "trunc"),
        Dom.spanOf(
            "ink2 trunc",
            Dom.span("taken over from " + NodeRow.nameOf(loss.node()) + ", heard last at "),
            Moment.seconds(loss.lastHeartbeat())));
  }

  static Component standing(Standing standing) {
    boolean waits = !standing.waiting().isEmpty();
    Status status = Status.of(standing.status(), waits, false);
    return row(
        "estand",
        standing.id(),
        Dom.spanOf("num ink2", Moment.age(standing.since())),
        name(standing.application(), standing.name()),
        new StatusWord(
            status, status == Status.HELD ? status.word() : Status.wordOf(standing.status())),
        Dom.span(standing.waiting(), "why", "trunc"));
  }

  private static Component name(String application, String name) {
    return Dom.spanOf("name trunc", Dom.span(application, "b"), Dom.span(" / " + name));
  }

  private static Anchor row(String kind, String executionId, Component... cells) {
    Anchor row = Dom.linkOf("executions/" + executionId, "erow " + kind, cells);
    return Dom.named(row, kind + "-" + executionId);
  }
}

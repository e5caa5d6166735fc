package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What happened to a server group, as far as it and its runs tell, newest first. */
@SpringComponent
class Events {

  private static final int SHOWN = 60;

  private final Executions executions;
  private final CurrentActor current;

  Events(Executions executions, CurrentActor current) {
    this.executions = executions;
    this.current = current;
  }

  /** One thing that happened. */
  private record Event(Instant at, Status status, Component words) {}

  Component of(ServerGroup group) {
    List<Event> events = new ArrayList<>();
    if (!group.application().isEmpty()) {
      runs(group).forEach(run -> events.add(event(run)));
    }
    events.add(
        new Event(
            group.createdAt(),
            Status.SUCCEEDED,
            Dom.span("Created" + (group.createdBy().isEmpty() ? "" : " by " + group.createdBy()))));
    group.instances().forEach(instance -> events.addAll(of(instance)));
    events.sort(Comparator.comparing(Event::at).reversed());
    Div list = Dom.div("happened");
    if (!group.lastFailure().isEmpty()) {
      list.add(
          line(
              StatusWord.shape(Status.FAILED),
              Dom.span("Last failure: " + group.lastFailure()),
              null));
    }
    events.stream()
        .limit(SHOWN)
        .forEach(
            event -> list.add(line(StatusWord.shape(event.status()), event.words(), event.at())));
    return list;
  }

  /** Changes from this page carry the server group's name in theirs. */
  private List<ExecutionHeader> runs(ServerGroup group) {
    ExecutionQuery tasks =
        new ExecutionQuery(
            group.application(), Execution.Kind.ORCHESTRATION, Set.of(), Set.of(), null, 200);
    return executions.list(tasks, current.get()).stream()
        .filter(
            run ->
                run.name().matches(".*\\b" + java.util.regex.Pattern.quote(group.name()) + "\\b.*"))
        .toList();
  }

  private static Event event(ExecutionHeader run) {
    return new Event(
        run.createdAt(),
        Status.of(run.status(), !run.waiting().isEmpty(), false),
        Dom.spanOf(
            "",
            Dom.link("executions/" + run.id(), run.name(), "link"),
            Dom.span(" by " + run.startedBy(), "ink2")));
  }

  private static List<Event> of(Instance instance) {
    List<Event> events = new ArrayList<>();
    String id = Words.task(instance.id());
    if (instance.startedAt() != null) {
      events.add(
          new Event(
              instance.startedAt(),
              Status.SUCCEEDED,
              Dom.span("Task %s started on %s".formatted(id, instance.host()))));
    } else if (instance.stagedAt() != null) {
      events.add(
          new Event(
              instance.stagedAt(),
              Status.HELD,
              Dom.span("Task %s placed on %s".formatted(id, instance.host()))));
    }
    return events;
  }

  private static Component line(
      Component shape, Component words, @org.jspecify.annotations.Nullable Instant at) {
    Div line = Dom.div("ev", shape, Dom.div("tx", words));
    if (at != null) {
      line.add(Dom.spanOf("ink3 tn xs", Moment.seconds(at)));
    }
    return line;
  }
}

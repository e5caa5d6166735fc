package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.files.FileLinks;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The instances of a server group, those in trouble first. */
final class TaskList extends Div {

  private static final int SHOWN = 200;

  TaskList(ServerGroup group, Actions actions) {
    add(table(group, SHOWN));
    if (group.instances().size() > SHOWN) {
      add(
          Dom.p(
              "%,d more; the filter above finds a task by its id or host."
                  .formatted(group.instances().size() - SHOWN),
              "s",
              "ink2"));
    }
    if (!group.instances().isEmpty()) {
      add(Dom.div("acts", actions.terminate(group)));
    }
  }

  static Component table(ServerGroup group, int limit) {
    NativeTable table = new NativeTable();
    table.addClassNames("tbl", "tk");
    NativeTableBody body = new NativeTableBody();
    table.add(body);
    List<Instance> instances =
        group.instances().stream()
            .sorted(Comparator.comparing(TaskList::urgency).thenComparing(Instance::id))
            .limit(limit)
            .toList();
    instances.forEach(instance -> body.add(row(group, instance)));
    long missing = Tally.of(group).missing();
    if (missing > 0) {
      NativeTableCell cell = new NativeTableCell(shape("in-want", "off", missing + " not placed"));
      cell.setColspan(5);
      body.add(new NativeTableRow(cell));
    }
    if (instances.isEmpty() && missing == 0) {
      body.add(new NativeTableRow(new NativeTableCell(Dom.span("No tasks run.", "ink2"))));
    }
    return table;
  }

  private static int urgency(Instance instance) {
    return switch (instance.health()) {
      case DOWN, FAILED, UNREACHABLE -> 0;
      case STARTING, UNKNOWN -> 1;
      case DRAINING -> 2;
      case UP, SUCCEEDED -> 3;
      case OUT_OF_SERVICE -> 4;
    };
  }

  private static NativeTableRow row(ServerGroup group, Instance instance) {
    NativeTableCell health = new NativeTableCell(shape(instance));
    if (!instance.reason().isEmpty()) {
      health.getElement().setAttribute("title", instance.reason());
    }
    String id = instance.id();
    NativeTableCell task = new NativeTableCell(Dom.span(Words.task(id), "mono", "ink2"));
    task.getElement().setAttribute("title", id);
    NativeTableCell host = new NativeTableCell(Dom.span(address(instance), "mono", "ink2"));
    host.getElement().setAttribute("title", address(instance));
    Instant since = instance.startedAt() == null ? instance.stagedAt() : instance.startedAt();
    NativeTableCell age = new NativeTableCell();
    age.addClassNames("num", "ink3");
    if (since != null) {
      age.add(Moment.age(since));
    }
    NativeTableCell files = new NativeTableCell();
    files.addClassName("num");
    if (group.kind() == ServerGroup.Kind.POD) {
      // Each of its containers writes elsewhere.
      return new NativeTableRow(health, task, host, age, files);
    }
    Anchor logs = Dom.link(FileLinks.of(new InstanceId(group.location(), id)), "Logs", "link");
    logs.getElement().setAttribute("aria-label", "Logs of " + Words.task(id));
    files.add(Dom.named(logs, "logs-" + id));
    return new NativeTableRow(health, task, host, age, files);
  }

  private static String address(Instance instance) {
    return instance.ports().isEmpty()
        ? instance.host()
        : instance.host() + ":" + instance.ports().getFirst();
  }

  private static Component shape(Instance instance) {
    String word = instance.health().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (instance.health()) {
      case UP, SUCCEEDED -> shape("in-up", "ok", word);
      case STARTING -> shape("in-start", "run", word);
      case DOWN, FAILED, UNREACHABLE -> shape("in-down", "fail", word);
      case DRAINING -> shape("in-drain", "wait", word);
      case OUT_OF_SERVICE -> shape("in-off", "off", word);
      case UNKNOWN -> shape("in-start", "off", word);
    };
  }

  private static Component shape(String shape, String tone, String word) {
    Span block = Dom.span("", "ic", tone);
    block.getElement().setProperty("innerHTML", Icon.svg(shape, "bk"));
    return Dom.spanOf("st", block, Dom.span(word, "w"));
  }
}

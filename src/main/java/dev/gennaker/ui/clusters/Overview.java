package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Facts;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.util.Map;

/** What happens to a server group right now, what it runs with, its tasks. */
final class Overview extends Div {

  private static final int TASKS = 8;

  Overview(ServerGroup group, String allTasks) {
    if (!group.unreadable().isEmpty()) {
      add(
          Banner.failed(
              Words.sentence(group.unreadable()) + " Its raw definition is under Definition."));
    }
    Change change = group.change();
    if (change != null) {
      add(deployment(change, group));
    }
    if (!group.lastFailure().isEmpty()) {
      add(Dom.div("why fail-why", StatusWord.shape(Status.FAILED), failure(group)));
    }
    add(Dom.h3("Running with"), facts(group), Dom.h3("Tasks"), TaskList.table(group, TASKS));
    if (group.instances().size() > TASKS) {
      add(
          Dom.link(
              allTasks,
              "All %s".formatted(Words.count(group.instances().size(), "task")),
              "link",
              "s"));
    }
  }

  private static Component failure(ServerGroup group) {
    Div words = Dom.div("");
    words.add(
        Dom.span("The last failure of a task", "b"), Dom.div("ln", Dom.span(group.lastFailure())));
    return words;
  }

  private static Component deployment(Change change, ServerGroup group) {
    Div box = Dom.div("dep");
    box.add(
        Dom.div(
            "dl",
            Dom.h2("Deployment, step %d of %d".formatted(change.step(), change.steps())),
            Dom.span("", "grow"),
            Dom.spanOf("ink2 tn", Moment.elapsed(change.since()))));
    boolean waits = !change.waiting().isEmpty();
    if (waits || !change.evidence().isEmpty()) {
      Div words = Dom.div("");
      words.add(Dom.span(waits ? Words.sentence(change.waiting()) : "It goes on.", "b"));
      change.evidence().forEach(line -> words.add(Dom.div("ln ink2", Dom.span(line))));
      box.add(Dom.div("why", StatusWord.shape(waits ? Status.HELD : Status.RUNNING), words));
    }
    OrderedList steps = new OrderedList();
    if (change.step() > 1) {
      steps.add(step(Status.SUCCEEDED, steps(1, change.step() - 1) + " done", "s-ok"));
    }
    steps.add(
        step(
            waits ? Status.HELD : Status.RUNNING,
            "Step %d: %s".formatted(change.step(), humanly(change.what())),
            "s-hold"));
    if (change.steps() > change.step()) {
      steps.add(step(Status.TODO, steps(change.step() + 1, change.steps()) + " to come", "s-todo"));
    }
    box.add(steps);
    if (!group.execution().isEmpty()) {
      box.add(
          Dom.div(
              "dl ft",
              Dom.link("executions/" + group.execution(), "The run that made it", "link", "s")));
    }
    return box;
  }

  private static String steps(int from, int to) {
    return from == to ? "Step " + from : "Steps %d to %d".formatted(from, to);
  }

  private static ListItem step(Status status, String text, String style) {
    ListItem step = new ListItem(StatusWord.shape(status), Dom.span(text, "tx"));
    step.addClassName(style);
    return step;
  }

  /** {@code ScaleApplication} reads "scale application". */
  private static String humanly(String what) {
    return what.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
  }

  private static Component facts(ServerGroup group) {
    ServerGroup.Resources each = group.resources();
    Integer remembered = group.rememberedSize();
    Facts facts =
        new Facts()
            .mono("Image", group.image())
            .mono("Full name", group.path())
            .text("Each task", resources(each))
            .text("Instances", "%,d wanted, %,d up".formatted(group.desired(), group.up()))
            .text(
                "Remembers",
                remembered == null ? "" : Words.count(remembered, "instance") + " when enabled")
            .text("Account", group.id().account())
            .text("Owner", group.application().isEmpty() ? "nobody" : group.application())
            .text("Deployed by", group.createdBy())
            .of("Created", Moment.seconds(group.createdAt()));
    if (!group.loadBalancers().isEmpty()) {
      facts.of("Load balancers", routes(group));
    }
    if (!group.execution().isEmpty()) {
      facts.of("Run", Dom.link("executions/" + group.execution(), "Open the run", "link"));
    }
    return facts;
  }

  private static Component routes(ServerGroup group) {
    String address =
        "load-balancers?" + QueryParameters.simple(Map.of("q", group.name())).getQueryString();
    return Dom.named(Dom.link(address, String.join(", ", group.loadBalancers()), "link"), "routes");
  }

  private static String resources(ServerGroup.Resources each) {
    StringBuilder words =
        new StringBuilder(
            "%s CPU, %s".formatted(Amount.plain(each.cpus()), Amount.size(each.mem())));
    if (each.disk() > 0) {
      words.append(", ").append(Amount.size(each.disk())).append(" disk");
    }
    if (each.gpus() > 0) {
      words.append(", ").append(Words.count(each.gpus(), "GPU"));
    }
    return words.toString();
  }
}

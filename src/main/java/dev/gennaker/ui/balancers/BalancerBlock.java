package dev.gennaker.ui.balancers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/** One load balancer: how it is, then its routes. */
@Tag("section")
final class BalancerBlock extends Div {

  private static final int MOST = 100;

  BalancerBlock(Shown.Balancer shown, BalancerActions actions) {
    LoadBalancer balancer = shown.balancer();
    addClassName("balancer");
    getElement().setAttribute("aria-label", balancer.name() + " on " + balancer.location());
    Dom.named(this, "balancer-" + balancer.name());
    Status status = Behind.status(shown.app());
    add(
        Dom.div(
            "bhead",
            Dom.h2(balancer.name()),
            Dom.span(balancer.location(), "ink2"),
            new StatusWord(
                status, "%,d of %,d up".formatted(shown.app().up(), shown.app().desired())),
            Dom.span(
                "%s %s"
                    .formatted(
                        balancer.groups().size() == 1 ? "group" : "groups",
                        String.join(", ", balancer.groups())),
                "ink3",
                "s"),
            Dom.span(balancer.own() ? "" : "found by what it runs", "ink3", "s", "found"),
            Dom.span("", "grow"),
            Dom.link(Behind.address(shown.app()), "Server group", "link", "s"),
            actions.edit(shown.app()),
            actions.delete(shown.app(), users(shown))));
    if (shown.routes().isEmpty()) {
      add(
          Dom.p(
              "Nothing asks for it. A server group does with the label HAPROXY_GROUP = %s."
                  .formatted(balancer.groups().getFirst()),
              "ink2",
              "never"));
      return;
    }
    add(table(shown));
    int more = shown.routes().size() - MOST;
    if (more > 0) {
      add(
          Dom.p(
              "%s more; type above what you look for.".formatted(Words.count(more, "route")),
              "ink2",
              "never"));
    } else if (shown.all() > shown.routes().size()) {
      add(
          Dom.p(
              "%s do not have these words."
                  .formatted(Words.count(shown.all() - shown.routes().size(), "other route")),
              "ink3",
              "s",
              "never"));
    }
  }

  private static List<String> users(Shown.Balancer shown) {
    return shown.balancer().serverGroups().isEmpty()
        ? List.of()
        : shown.routes().stream()
            .flatMap(route -> route.groups().stream())
            .filter(group -> group.desired() > 0)
            .map(group -> group.name())
            .distinct()
            .toList();
  }

  private static Component table(Shown.Balancer shown) {
    List<NativeTableRow> rows =
        shown.routes().stream().limit(MOST).map(BalancerBlock::row).toList();
    return table("Routes", List.of("Way in", "Port", "Mode", "Server groups"), rows);
  }

  static NativeTable table(String label, List<String> titles, List<NativeTableRow> rows) {
    NativeTableRow head = new NativeTableRow();
    titles.forEach(title -> head.add(new NativeTableHeaderCell(title)));
    NativeTable table =
        new NativeTable(
            new NativeTableHeader(head), new NativeTableBody(rows.toArray(NativeTableRow[]::new)));
    table.addClassName("ways");
    table.getElement().setAttribute("aria-label", label);
    return table;
  }

  private static NativeTableRow row(Shown.Route shown) {
    LoadBalancer.Route route = shown.route();
    List<Component> way = new ArrayList<>();
    if (route.hosts().isEmpty()) {
      way.add(Dom.span("any host" + (route.path().isEmpty() ? "" : ", "), "ink3"));
    }
    for (String host : route.hosts()) {
      way.add(Dom.span(host, "b"));
    }
    if (!route.path().isEmpty()) {
      way.add(Dom.span(route.path(), "mono"));
    }
    if (!route.shared().isEmpty()) {
      way.add(Dom.span("shared by " + route.shared(), "ink3", "s"));
    }
    NativeTableRow row =
        new NativeTableRow(
            new NativeTableCell(Dom.div("way", way.toArray(Component[]::new))),
            cell(String.valueOf(route.port()), "num"),
            cell(route.mode() + (route.sticky() ? ", sticky" : ""), "ink2"),
            new NativeTableCell(new Behind(shown.groups())));
    return Dom.named(
        row, "route-" + (route.hosts().isEmpty() ? route.port() : route.hosts().getFirst()));
  }

  static NativeTableCell cell(String text, String classes) {
    return new NativeTableCell(Dom.span(text, classes));
  }
}

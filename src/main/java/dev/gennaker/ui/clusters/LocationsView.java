package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The DC/OS clusters: whether they are live, what they run, which accounts reach them. */
@Route("clusters")
@PermitAll
@Nav(title = "DC/OS clusters", icon = "server", group = Nav.Group.OPERATIONS, order = 20)
class LocationsView extends Div implements Page {

  private final Clouds clouds;
  private final Seen seen;
  private final Actor actor;
  private final Span count = Dom.span("", "ink3");
  private final Div nothing =
      new EmptyState(
          "server-off",
          "No DC/OS cluster is configured",
          "Name at least one under gennaker.dcos.clusters and an account that reaches it under gennaker.dcos.accounts, then start again.");
  private final Div list = Dom.div("locs");
  private final Rows<Row> rows = new Rows<>(list, row -> row.location().name(), this::draw);

  LocationsView(Clouds clouds, Seen seen, CurrentActor current, Live live) {
    this.clouds = clouds;
    this.seen = seen;
    this.actor = current.get();
    add(Dom.div("pagehead", Dom.h1("DC/OS clusters"), count), nothing, list);
    show();
    live.follow(this, InventoryChanged.class::isInstance, this::show);
  }

  /** One line of the page. */
  private record Row(Location location, String runs, String accounts) {}

  private void show() {
    List<Location> locations = clouds.locations();
    count.setText(String.valueOf(locations.size()));
    nothing.setVisible(locations.isEmpty());
    rows.show(locations.stream().map(this::row).toList());
  }

  private Row row(Location location) {
    List<ServerGroup> groups = seen.by(actor, location.name());
    Tally tally = Tally.of(groups);
    String accounts =
        clouds.accounts().stream()
            .filter(account -> account.locations().contains(location.name()))
            .map(Account::name)
            .collect(Collectors.joining(", "));
    return new Row(
        LocationFacts.settled(location),
        "%s, %s up%s"
            .formatted(
                Words.count(groups.size(), "server group"),
                Words.count(tally.up(), "instance"),
                tally.down() == 0 ? "" : ", %,d down".formatted(tally.down())),
        accounts);
  }

  private Component draw(Row row) {
    Location location = row.location();
    String path = "clusters/" + location.name();
    LocationFacts facts = new LocationFacts();
    facts.show(location);
    Div line =
        Dom.div(
            "locrow",
            Dom.div(
                "locname",
                Dom.link(path, location.name(), "b"),
                Dom.span(row.runs(), "ink2"),
                Dom.spanOf(
                    "locways",
                    Dom.link(path + "/groups", "Groups", "link", "s"),
                    Dom.link(path + "/resources", "Resources", "link", "s"))),
            facts,
            Dom.span("Accounts: " + row.accounts(), "s", "ink3"));
    if (location.freshness() instanceof Freshness.Stale) {
      line.add(new Button("Try now", click -> tryNow(location)));
    }
    return Dom.named(line, "location-" + location.name());
  }

  private void tryNow(Location location) {
    clouds
        .provider(location.provider())
        .ifPresent(
            provider ->
                Thread.startVirtualThread(() -> provider.inventory().refresh(location.name())));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("DC/OS clusters", ""));
  }
}

package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The DC/OS clusters: whether they are live, what they run, which accounts reach them. */
@Route("clusters")
@PermitAll
@Nav(title = "DC/OS clusters", icon = "server", group = Nav.Group.OPERATIONS, order = 20)
class LocationsView extends Div implements Page {

  private final Clouds clouds;
  private final Div list = Dom.div("locs");

  LocationsView(Clouds clouds, Live live) {
    this.clouds = clouds;
    add(list);
    show();
    live.follow(this, InventoryChanged.class::isInstance, this::show);
  }

  private void show() {
    list.removeAll();
    List<Location> locations = clouds.locations();
    list.add(
        Dom.div(
            "pagehead",
            Dom.h1("DC/OS clusters"),
            Dom.span(String.valueOf(locations.size()), "ink3")));
    if (locations.isEmpty()) {
      list.add(
          new EmptyState(
              "server-off",
              "No DC/OS cluster is configured",
              "Name at least one under gennaker.dcos.clusters and an account that reaches it under gennaker.dcos.accounts, then start again."));
    }
    locations.forEach(location -> list.add(row(location)));
  }

  private Component row(Location location) {
    List<ServerGroup> groups =
        clouds.serverGroups().stream()
            .filter(group -> group.location().equals(location.name()))
            .toList();
    Tally tally = Tally.of(groups);
    Div row = Dom.div("locrow");
    Dom.named(row, "location-" + location.name());
    row.add(
        Dom.div(
            "locname",
            Dom.link("clusters/" + location.name(), location.name(), "b"),
            Dom.span(
                "%s, %s up%s"
                    .formatted(
                        Words.count(groups.size(), "server group"),
                        Words.count(tally.up(), "instance"),
                        tally.down() == 0 ? "" : ", %,d down".formatted(tally.down())),
                "ink2")),
        new LocationFacts(location),
        Dom.span(
            "Accounts: "
                + String.join(
                    ", ",
                    clouds.accounts().stream()
                        .filter(account -> account.locations().contains(location.name()))
                        .map(Account::name)
                        .toList()),
            "s",
            "ink3"));
    if (location.freshness() instanceof Freshness.Stale) {
      Button again =
          new Button(
              "Try now",
              click ->
                  clouds
                      .provider(location.provider())
                      .ifPresent(
                          provider ->
                              Thread.startVirtualThread(
                                  () -> provider.inventory().refresh(location.name()))));
      row.add(again);
    }
    return row;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("DC/OS clusters", ""));
  }
}

package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.Location;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Everything on one DC/OS cluster, owned or not. */
@Route("clusters/:location")
@PermitAll
class LocationView extends Composite<ClusterBoard> implements Page, BeforeEnterObserver {

  private final Clouds clouds;
  private final Seen seen;
  private final Actor actor;
  private final ClusterBoard board;
  private final LocationFacts facts = new LocationFacts();
  private volatile String name = "";

  LocationView(
      Clouds clouds,
      Seen seen,
      CurrentActor current,
      Live live,
      Actions actions,
      Definition definition,
      Events events,
      VersionList versions) {
    this.clouds = clouds;
    this.seen = seen;
    this.actor = current.get();
    this.board = new ClusterBoard(clouds, new Details(actions, definition, events, versions));
    live.follow(
        this,
        event -> event instanceof InventoryChanged changed && changed.location().equals(name),
        this::refresh);
  }

  @Override
  protected ClusterBoard initContent() {
    return board;
  }

  private Optional<Location> location() {
    return clouds.locations().stream().filter(l -> l.name().equals(name)).findFirst();
  }

  private void refresh() {
    location().ifPresent(facts::show);
    board.refresh();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    name = event.getRouteParameters().get("location").orElse("");
    if (location().isEmpty()) {
      event.rerouteToError(
          NotFoundException.class, "No DC/OS cluster here is called %s".formatted(name));
      return;
    }
    location().ifPresent(facts::show);
    board.setNote(facts, new LocationTabs(name, LocationTabs.Tab.SERVER_GROUPS));
    board.open(
        new ClusterBoard.Subject(
            name,
            "clusters/" + name,
            true,
            () -> seen.by(actor, name),
            () ->
                new EmptyState(
                    "server",
                    "Nothing runs on %s".formatted(name),
                    "Or nothing that your roles may see.")),
        event.getLocation().getQueryParameters());
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("DC/OS clusters", "clusters"), new Crumb(name, ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

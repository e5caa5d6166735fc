package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.NoSuchApplication;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** What an application runs, and where. */
@Route("applications/:app/clusters")
@PermitAll
@Nav(title = "Clusters", icon = "layout-grid", group = Nav.Group.APPLICATION, order = 10)
class ClustersView extends Composite<ClusterBoard> implements Page, BeforeEnterObserver {

  private final Applications applications;
  private final Clouds clouds;
  private final Actor actor;
  private final ClusterBoard board;
  private volatile String application = "";

  ClustersView(
      Applications applications,
      Clouds clouds,
      CurrentActor current,
      Live live,
      Actions actions,
      Definition definition,
      Events events,
      VersionList versions) {
    this.applications = applications;
    this.clouds = clouds;
    this.actor = current.get();
    this.board = new ClusterBoard(clouds, new Details(actions, definition, events, versions));
    live.follow(this, this::concerns, board::refresh);
  }

  @Override
  protected ClusterBoard initContent() {
    return board;
  }

  private boolean concerns(Object event) {
    return event instanceof InventoryChanged changed
        && (changed.applications().isEmpty() || changed.applications().contains(application));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    application = event.getRouteParameters().get("app").orElse("").toLowerCase(Locale.ROOT);
    if (applications.find(application, actor).isEmpty() && clouds.running(application).isEmpty()) {
      throw new NoSuchApplication(application);
    }
    board.open(
        new ClusterBoard.Subject(
            "Clusters",
            "applications/" + application + "/clusters",
            false,
            () -> clouds.running(application),
            () ->
                new EmptyState(
                    "boxes",
                    "Nothing of %s runs anywhere".formatted(application),
                    "A pipeline with a deploy stage brings the first server group. What runs on a DC/OS cluster belongs here when its label or its name says so.",
                    Dom.link("applications/" + application + "/pipelines", "Pipelines", "link"),
                    Dom.link("clusters", "DC/OS clusters", "link"))),
        event.getLocation().getQueryParameters());
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("Applications", "applications"),
        new Crumb(application, "applications/" + application),
        new Crumb("Clusters", ""));
  }

  @Override
  public String application() {
    return application;
  }

  @Override
  public boolean flush() {
    return true;
  }
}

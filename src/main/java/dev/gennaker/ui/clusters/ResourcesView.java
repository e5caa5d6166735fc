package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.Location;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the agents of one DC/OS cluster have, and who uses how much of it: asked of the cluster
 * while somebody looks.
 */
@Route("clusters/:location/resources")
@PermitAll
class ResourcesView extends Div implements Page, BeforeEnterObserver {

  private static final Logger LOG = LoggerFactory.getLogger(ResourcesView.class);
  // What other frameworks use changes without a word to Gennaker.
  private static final long LOOK_MILLIS = 5000;

  private final Clouds clouds;
  private final Permissions permissions;
  private final Actor actor;
  private final Div head = Dom.div("lhead");
  private final Span sum = Dom.span("", "ink3", "sum");
  private final LocationFacts facts = new LocationFacts();
  private final SearchField words = new SearchField(this::search);
  private final UseList list = new UseList();
  private final Div note = Dom.div("nothing");
  private volatile String name = "";
  private String typed = "";
  private @Nullable Capacity shown;
  private @Nullable Thread looking;

  ResourcesView(Clouds clouds, Permissions permissions, CurrentActor current, Live live) {
    this.clouds = clouds;
    this.permissions = permissions;
    this.actor = current.get();
    addClassName("two");
    words.setPlaceholder("agent, role or framework");
    words.setAriaLabel("Filter by agent, attribute, role or framework");
    list.setVisible(false);
    add(Dom.div("left", head, note, list));
    live.follow(
        this,
        event -> event instanceof InventoryChanged changed && changed.location().equals(name),
        () -> location().ifPresent(facts::show));
  }

  private Optional<Location> location() {
    return clouds.locations().stream().filter(l -> l.name().equals(name)).findFirst();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    permissions.require(actor, Permission.READ, null);
    String before = name;
    name = event.getRouteParameters().get("location").orElse("");
    if (location().isEmpty()) {
      event.rerouteToError(
          NotFoundException.class, "No DC/OS cluster here is called %s".formatted(name));
      return;
    }
    typed = event.getLocation().getQueryParameters().getSingleParameter("q").orElse("");
    words.show(typed);
    if (!name.equals(before)) {
      shown = null;
      head.removeAll();
      head.add(
          Dom.div("pagehead", Dom.h1(name), sum),
          facts,
          new LocationTabs(name, LocationTabs.Tab.RESOURCES),
          Dom.div("filters", words));
      location().ifPresent(facts::show);
      say(Dom.p("Asking %s…".formatted(name), "ink2"));
    }
    draw();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    UI ui = attached.getUI();
    looking = Thread.ofVirtual().name("resources").start(() -> look(ui));
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    if (looking != null) {
      looking.interrupt();
    }
  }

  private void look(UI ui) {
    try {
      while (!Thread.currentThread().isInterrupted() && ui.isAttached()) {
        read(ui);
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      // Nobody looks any more.
    }
  }

  private void read(UI ui) {
    String asked = name;
    try {
      Optional<Capacity> capacity =
          location()
              .flatMap(place -> clouds.provider(place.provider()))
              .flatMap(provider -> provider.inventory().capacity(asked));
      var _ = ui.access(() -> show(capacity.orElse(null)));
    } catch (RuntimeException e) {
      LOG.warn("Could not read the resources of {}: {}", asked, e.toString());
      var _ = ui.access(() -> failed(Words.sentence(String.valueOf(e.getMessage()))));
    }
  }

  private void show(@Nullable Capacity capacity) {
    if (capacity == null) {
      say(
          new EmptyState(
              "gauge", "Nobody can tell", "%s does not say what it has and uses.".formatted(name)));
      return;
    }
    note.removeAll();
    note.setVisible(false);
    shown = capacity;
    draw();
  }

  /** What was read before stays, with a word above it. */
  private void failed(String why) {
    say(Banner.failed(why + " It is asked again every few seconds."));
  }

  private void say(com.vaadin.flow.component.Component what) {
    note.removeAll();
    note.add(what);
    note.setVisible(true);
    note.getElement().getClassList().set("above", shown != null);
  }

  private void draw() {
    Capacity capacity = shown;
    list.setVisible(capacity != null);
    if (capacity == null) {
      sum.setText("");
      return;
    }
    sum.setText(
        "%s, %s"
            .formatted(
                Words.count(capacity.machines().size(), "agent"),
                Words.count(capacity.all().instances(), "task")));
    list.show(
        UseLine.of(
            capacity,
            typed,
            host ->
                "clusters/%s?%s"
                    .formatted(
                        name,
                        QueryParameters.simple(Map.of("q", "host:" + host)).getQueryString())));
  }

  private void search(String now) {
    String path = "clusters/" + name + "/resources";
    QueryParameters address =
        now.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", now));
    getUI().ifPresent(ui -> ui.navigate(path, address));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("DC/OS clusters", "clusters"),
        new Crumb(name, "clusters/" + name),
        new Crumb("Resources", ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

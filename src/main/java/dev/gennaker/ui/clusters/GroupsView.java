package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of one DC/OS cluster as a tree, with what runs in them. */
@Route("clusters/:location/groups")
@PermitAll
class GroupsView extends Div implements Page, BeforeEnterObserver {

  // A tree as small as this is shown whole.
  private static final int SMALL = 40;

  private final Clouds clouds;
  private final Seen seen;
  private final Actor actor;
  private final Div head = Dom.div("lhead");
  private final Span sum = Dom.span("", "ink3", "sum");
  private final LocationFacts facts = new LocationFacts();
  private final SearchField words = new SearchField(this::search);
  private final GroupList list = new GroupList(this::fold);
  private final Div empty = Dom.div("nothing");
  private final Set<String> open = new HashSet<>();
  private volatile String name = "";
  private String typed = "";

  GroupsView(Clouds clouds, Seen seen, CurrentActor current, Live live) {
    this.clouds = clouds;
    this.seen = seen;
    this.actor = current.get();
    addClassName("two");
    add(Dom.div("left", head, list, empty));
    live.follow(
        this,
        event -> event instanceof InventoryChanged changed && changed.location().equals(name),
        this::refresh);
  }

  private Optional<Location> location() {
    return clouds.locations().stream().filter(l -> l.name().equals(name)).findFirst();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
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
      begin();
    }
    refresh();
  }

  private void begin() {
    head.removeAll();
    head.add(
        Dom.div("pagehead", Dom.h1(name), sum),
        facts,
        new LocationTabs(name, LocationTabs.Tab.GROUPS),
        Dom.div("filters", words, button("Open all", true), button("Close all", false)));
    open.clear();
    List<ServerGroup> groups = seen.by(actor, name);
    if (groups.size() <= SMALL) {
      openAll(groups);
    }
  }

  private Component button(String text, boolean opens) {
    NativeButton button =
        new NativeButton(
            text,
            click -> {
              open.clear();
              if (opens) {
                openAll(seen.by(actor, name));
              }
              refresh();
            });
    button.addClassName("chip");
    button.addComponentAsFirst(new Icon(opens ? "chevrons-up-down" : "chevrons-down-up", "i12"));
    return Dom.named(button, opens ? "open-all" : "close-all");
  }

  private void openAll(List<ServerGroup> groups) {
    groups.forEach(group -> open.addAll(Folders.way(Folders.of(group))));
  }

  private void refresh() {
    location().ifPresent(facts::show);
    List<ServerGroup> all = seen.by(actor, name);
    List<ServerGroup> shown = all.stream().filter(Search.parse(typed)).toList();
    List<GroupTree.Node> nodes =
        GroupTree.of(
            shown,
            new GroupTree.Wish(open, !typed.isEmpty(), path -> board(path, null), this::leaf));
    sum.setText(
        "%s, %s up"
            .formatted(
                Words.count(shown.size(), "server group"),
                Words.count(Tally.of(shown).up(), "instance")));
    list.show(nodes);
    list.setVisible(!nodes.isEmpty());
    empty.setVisible(nodes.isEmpty());
    if (nodes.isEmpty()) {
      empty.removeAll();
      empty.add(nothing(all.isEmpty()));
    }
  }

  private Component nothing(boolean really) {
    return really
        ? new EmptyState(
            "server", "Nothing runs on %s".formatted(name), "Or nothing that your roles may see.")
        : new EmptyState(
            "list-filter",
            "Nothing matches",
            "There are server groups here, but none fits all of it.",
            Dom.link("clusters/" + name + "/groups", "Show everything", "link"));
  }

  private void fold(String path) {
    if (!open.remove(path)) {
      open.add(path);
    }
    refresh();
  }

  private void search(String now) {
    String path = "clusters/" + name + "/groups";
    getUI()
        .ifPresent(
            ui ->
                ui.navigate(
                    path,
                    now.isEmpty()
                        ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of("q", now))));
  }

  private String leaf(ServerGroup group) {
    return board(Folders.of(group), group.id().toString());
  }

  private String board(String folder, @org.jspecify.annotations.Nullable String serverGroup) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!folder.isEmpty()) {
      parameters.put(Filter.By.FOLDER.key(), folder);
    }
    if (serverGroup != null) {
      parameters.put("sg", serverGroup);
    }
    return "clusters/" + name + "?" + QueryParameters.simple(parameters).getQueryString();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("DC/OS clusters", "clusters"),
        new Crumb(name, "clusters/" + name),
        new Crumb("Groups", ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

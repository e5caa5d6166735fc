package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Head, filters, list and details of a page of server groups; all it shows is in the address. */
final class ClusterBoard extends Div {

  /**
   * What a page shows.
   *
   * @param path the page's address without parameters
   * @param oneLocation whether it is about one location
   * @param nothing what is said when there is no server group at all
   */
  record Subject(
      String title,
      String path,
      boolean oneLocation,
      Supplier<Collection<ServerGroup>> groups,
      Supplier<Component> nothing) {}

  private final Clouds clouds;
  private final Details details;
  private final Span sum = Dom.span("", "ink3", "sum");
  private final Div head = Dom.div("pagehead");
  private final Div note = Dom.div("note-place");
  private final FilterBar filters =
      new FilterBar(this::filtered, with -> address(with, selectedNow(), tabNow()));
  private final BoardList list = new BoardList(this::fold, this::tryNow);
  private final Div empty = Dom.div("nothing");
  private final Div left = Dom.div("left");
  private final Set<String> folded = new HashSet<>();
  private @Nullable Subject subject;
  private Filter filter = Filter.NONE;
  private @Nullable String selected;
  private String tab = "";

  ClusterBoard(Clouds clouds, Details details) {
    this.clouds = clouds;
    this.details = details;
    addClassName("two");
    left.add(Dom.div("lhead", head, note, filters), columns(), list, empty, legend());
    add(left);
  }

  /** Takes what is to be shown from the address. */
  void open(Subject shown, QueryParameters address) {
    if (subject == null || !subject.path().equals(shown.path())) {
      folded.clear();
    }
    subject = shown;
    filter = Filter.from(address);
    selected = address.getSingleParameter("sg").orElse(null);
    tab = address.getSingleParameter("tab").orElse("");
    head.removeAll();
    head.add(Dom.h1(shown.title()), sum);
    refresh();
  }

  /** A line of the page above the filters. */
  void setNote(Component... lines) {
    note.removeAll();
    note.add(lines);
  }

  /** Draws anew what changed; everything is read from memory. */
  void refresh() {
    Subject page = subject;
    if (page == null) {
      return;
    }
    Collection<ServerGroup> groups = page.groups().get();
    List<dev.gennaker.cloud.Location> locations = clouds.locations();
    Board board =
        Board.of(
            groups,
            locations,
            new Board.Wish(filter, this::select, folded, selected, page.oneLocation()));
    sum.setText(board.sum());
    filters.show(filter, groups);
    list.show(board.lines());
    list.setVisible(!board.lines().isEmpty());
    empty.setVisible(board.lines().isEmpty());
    if (board.lines().isEmpty()) {
      empty.removeAll();
      empty.add(groups.isEmpty() ? page.nothing().get() : nothingMatches());
    }
    showDetails(groups);
  }

  private void showDetails(Collection<ServerGroup> groups) {
    Optional<ServerGroup> found =
        groups.stream().filter(group -> group.id().toString().equals(selected)).findFirst();
    getElement().getClassList().set("open", selected != null);
    if (selected == null) {
      details.removeFromParent();
      return;
    }
    if (details.getParent().isEmpty()) {
      add(details);
    }
    Details.Place place =
        new Details.Place(address(filter, null, ""), t -> address(filter, selected, t), tab);
    details.show(selected, found.orElse(null), place);
  }

  private Component nothingMatches() {
    return new EmptyState(
        "list-filter",
        "Nothing matches the filter",
        "There are server groups here, but none fits all of it.",
        Dom.link(address(Filter.NONE, null, ""), "Show everything", "link"));
  }

  private @Nullable String selectedNow() {
    return selected;
  }

  private String tabNow() {
    return tab;
  }

  private void filtered(Filter now) {
    Location there = new Location(address(now, selected, tab));
    getUI().ifPresent(ui -> ui.navigate(there.getPath(), there.getQueryParameters()));
  }

  private void fold(String cluster) {
    if (!folded.remove(cluster)) {
      folded.add(cluster);
    }
    refresh();
  }

  private void tryNow(String location) {
    clouds.locations().stream()
        .filter(one -> one.name().equals(location))
        .flatMap(one -> clouds.provider(one.provider()).stream())
        .findFirst()
        .ifPresent(
            provider -> Thread.startVirtualThread(() -> provider.inventory().refresh(location)));
  }

  private String select(ServerGroup group) {
    ServerGroupId id = group.id();
    return address(filter, id.toString(), "");
  }

  private String address(Filter with, @Nullable String serverGroup, String shownTab) {
    Map<String, String> parameters = new LinkedHashMap<>(with.parameters());
    if (serverGroup != null) {
      parameters.put("sg", serverGroup);
    }
    if (!shownTab.isEmpty()) {
      parameters.put("tab", shownTab);
    }
    String path = subject == null ? "" : subject.path();
    return parameters.isEmpty()
        ? path
        : path + "?" + QueryParameters.simple(parameters).getQueryString();
  }

  private static Component columns() {
    Div columns = Dom.div("thead");
    for (String name : List.of("Version", "Image", "Instances", "", "Up", "Service", "Age", "By")) {
      columns.add(Dom.span(name));
    }
    columns.getElement().setAttribute("aria-hidden", "true");
    return columns;
  }

  private static Component legend() {
    Div legend = Dom.div("lgd");
    legend.add(
        sign("in-up", "ok", "up"),
        sign("in-start", "run", "starting"),
        sign("in-down", "fail", "down"),
        sign("in-drain", "wait", "draining"),
        sign("in-off", "off", "disabled"),
        sign("in-want", "off", "not placed"));
    return legend;
  }

  static Component sign(String shape, String tone, String word) {
    Span block = Dom.span("", "ic", tone);
    block.getElement().setProperty("innerHTML", Icon.svg(shape, "bk"));
    return Dom.spanOf("sign", block, Dom.span(word));
  }
}

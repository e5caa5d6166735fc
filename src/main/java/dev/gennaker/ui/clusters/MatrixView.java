package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Drop;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which version of every service runs where. */
@Route("matrix")
@PermitAll
@Nav(title = "What runs where", icon = "table-2", order = 40)
class MatrixView extends Div implements Page, BeforeEnterObserver {

  private final Clouds clouds;
  private final Seen seen;
  private final Actor actor;
  private final Span sum = Dom.span("", "ink3", "sum");
  private final Div chips = Dom.div("chips");
  private final SearchField words = new SearchField(this::search);
  private final Div columns = Dom.div("mhead");
  private final MatrixList list = new MatrixList();
  private final Div wide = Dom.div("mx", columns, list);
  private final Div empty = Dom.div("nothing");
  private Wish wish = new Wish("", "", Matrix.Show.ALL);
  private List<Object> drawn = List.of();

  /** What is wanted; it lives in the address. */
  private record Wish(String words, String application, Matrix.Show show) {

    Wish withWords(String typed) {
      return new Wish(typed, application, show);
    }

    Wish of(String other) {
      return new Wish(words, other, show);
    }

    Wish showing(Matrix.Show other) {
      return new Wish(words, application, other);
    }

    String address() {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("app", application);
      parameters.put("show", show == Matrix.Show.ALL ? "" : show.key());
      parameters.put("q", words);
      parameters.values().removeIf(String::isEmpty);
      return parameters.isEmpty()
          ? "matrix"
          : "matrix?" + QueryParameters.simple(parameters).getQueryString();
    }
  }

  MatrixView(Clouds clouds, Seen seen, CurrentActor current, Live live) {
    this.clouds = clouds;
    this.seen = seen;
    this.actor = current.get();
    addClassName("two");
    columns.getElement().setAttribute("aria-hidden", "true");
    add(
        Dom.div(
            "left",
            Dom.div(
                "lhead",
                Dom.div("pagehead", Dom.h1("What runs where"), sum),
                Dom.div("filters", chips, words)),
            wide,
            empty,
            legend()));
    live.follow(this, InventoryChanged.class::isInstance, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters address = event.getLocation().getQueryParameters();
    wish =
        new Wish(
            address.getSingleParameter("q").orElse(""),
            address.getSingleParameter("app").orElse(""),
            Matrix.Show.of(address.getSingleParameter("show").orElse("")));
    words.show(wish.words());
    refresh();
  }

  private void refresh() {
    List<ServerGroup> all = seen.by(actor);
    Predicate<ServerGroup> search = Search.parse(wish.words());
    Matrix matrix =
        Matrix.of(
            all,
            new Matrix.World(clouds.locations(), clouds.accounts()),
            group ->
                (wish.application().isEmpty() || wish.application().equals(group.application()))
                    && search.test(group),
            wish.show());
    sum.setText(matrix.sum());
    List<String> applications = List.copyOf(Matrix.applications(all));
    List<Object> now = List.of(wish, applications, matrix.places());
    if (!now.equals(drawn)) {
      drawn = now;
      drawChips(applications);
      drawColumns(matrix.places());
    }
    list.show(matrix);
    wide.setVisible(!matrix.lines().isEmpty());
    empty.setVisible(matrix.lines().isEmpty());
    if (matrix.lines().isEmpty()) {
      empty.removeAll();
      empty.add(nothing(all.isEmpty()));
    }
  }

  private static Component nothing(boolean really) {
    return really
        ? new EmptyState(
            "boxes",
            "Nothing runs anywhere",
            "Or nothing that your roles may see.",
            Dom.link("clusters", "DC/OS clusters", "link"))
        : new EmptyState(
            "list-filter",
            "No service fits",
            "Services run here, but none fits all that is asked for.",
            Dom.link("matrix", "Show everything", "link"));
  }

  private void drawChips(List<String> applications) {
    chips.removeAll();
    if (applications.size() > 1 || !wish.application().isEmpty()) {
      chips.add(applicationChip(applications));
    }
    chips.add(
        toggle("only differences", Matrix.Show.DIFFERENCES),
        toggle("in trouble", Matrix.Show.TROUBLE));
  }

  private Component applicationChip(List<String> applications) {
    String chosen = wish.application();
    NativeButton chip = new NativeButton();
    chip.add(
        Dom.span("app: " + (chosen.isEmpty() ? "any" : chosen)), new Icon("chevron-down", "i12"));
    chip.addClassName("chip");
    chip.getElement().getClassList().set("on", !chosen.isEmpty());
    Drop.from(
        chip,
        "Show one application",
        () ->
            Stream.concat(
                    Stream.of(Dom.link(wish.of("").address(), "any")),
                    applications.stream().map(one -> Dom.link(wish.of(one).address(), one)))
                .toList());
    return Dom.named(chip, "filter-app");
  }

  private Component toggle(String text, Matrix.Show show) {
    boolean on = wish.show() == show;
    Anchor chip = Dom.link(wish.showing(on ? Matrix.Show.ALL : show).address(), text, "chip");
    chip.getElement().getClassList().set("on", on);
    if (on) {
      chip.getElement().setAttribute("aria-current", "true");
    }
    return Dom.named(chip, "show-" + show.key());
  }

  private void drawColumns(List<Matrix.Place> places) {
    wide.getStyle().set("--places", String.valueOf(places.size()));
    columns.removeAll();
    columns.add(Dom.span("Service", "ink3"));
    String environment = null;
    for (Matrix.Place place : places) {
      Div column = Dom.div("mp");
      boolean first = !place.environment().equals(environment);
      environment = place.environment();
      column.add(
          Dom.span(first ? place.environment() : "", "b"), Dom.span(place.location(), "ink3"));
      if (place.asOf() != null) {
        column.add(Dom.spanOf("asof", Dom.span("as of "), Moment.seconds(place.asOf())));
      }
      columns.add(column);
    }
  }

  private static Component legend() {
    Span behind = Dom.spanOf("sign", Dom.span("−2", "beh"), Dom.span("versions behind the newest"));
    Span next = Dom.spanOf("sign", Dom.span("1.8.3", "gh", "mono"), Dom.span("comes"));
    return Dom.div(
        "lgd",
        ClusterBoard.sign("in-up", "ok", "all up"),
        ClusterBoard.sign("in-start", "run", "starting"),
        ClusterBoard.sign("in-down", "fail", "some down"),
        ClusterBoard.sign("in-off", "off", "disabled"),
        behind,
        next);
  }

  private void search(String typed) {
    Location location = new Location(wish.withWords(typed).address());
    getUI().ifPresent(ui -> ui.navigate(location.getPath(), location.getQueryParameters()));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("What runs where", ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

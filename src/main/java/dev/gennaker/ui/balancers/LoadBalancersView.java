package dev.gennaker.ui.balancers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** Where traffic comes in, and which server groups answer. */
@Route("load-balancers")
@PermitAll
@Nav(title = "Load balancers", icon = "split", group = Nav.Group.OPERATIONS, order = 25)
@StyleSheet("assets/theme/balancers.css")
class LoadBalancersView extends Div implements BeforeEnterObserver, Page {

  private static final int MOST = 100;

  private final Clouds clouds;
  private final Permissions permissions;
  private final Actor actor;
  private final TextField words = new TextField();
  private final Span sum = Dom.span("", "ink3");
  private final Div nothing = new Div();
  private final Div list = new Div();
  private final Rows<Shown.Balancer> rows;
  private final Div addresses = new Div();
  private final Section within = Dom.section("", "Addresses within the clusters", -1);
  private List<Shown.Address> drawn = List.of();

  LoadBalancersView(
      Clouds clouds,
      Permissions permissions,
      CurrentActor current,
      Live live,
      BalancerActions actions) {
    this.clouds = clouds;
    this.permissions = permissions;
    this.actor = current.get();
    this.rows =
        new Rows<>(
            list, shown -> shown.balancer().id(), shown -> new BalancerBlock(shown, actions));
    addClassName("balancers");
    words.setAriaLabel("Filter load balancers");
    words.setPlaceholder("host, port or server group");
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filtered();
          }
        });
    Dom.named(words, "balancer-filter");
    within.add(addresses);
    add(
        Dom.div(
            "pagehead",
            Dom.h1("Load balancers"),
            sum,
            Dom.span("", "grow"),
            words,
            actions.create()),
        nothing,
        list,
        within);
    live.follow(this, InventoryChanged.class::isInstance, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words.setValue(event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
    show();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Load balancers", ""));
  }

  private void filtered() {
    String q = words.getValue().strip();
    QueryParameters kept =
        q.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", q));
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location("load-balancers", kept));
    show();
  }

  private void show() {
    Shown shown = Shown.to(actor, permissions, clouds, words.getValue());
    rows.show(shown.balancers());
    if (!shown.addresses().equals(drawn)) {
      drawn = shown.addresses();
      drawAddresses();
    }
    within.setVisible(!drawn.isEmpty());
    int routes = shown.balancers().stream().mapToInt(one -> one.routes().size()).sum();
    sum.setText(
        "%s, %s, %s"
            .formatted(
                Words.count(shown.balancers().size(), "load balancer"),
                Words.count(routes, "route"),
                drawn.size() == 1 ? "1 address" : "%,d addresses".formatted(drawn.size())));
    nothing.removeAll();
    if (shown.balancers().isEmpty()) {
      nothing.add(empty());
    }
  }

  private EmptyState empty() {
    boolean reading =
        clouds.locations().stream().anyMatch(l -> l.freshness() instanceof Freshness.Connecting);
    if (reading) {
      return new EmptyState(
          "hourglass",
          "The clusters are being read",
          "Load balancers appear here as soon as they are found.");
    }
    return words.getValue().isBlank()
        ? new EmptyState(
            "split",
            "No load balancer runs on any cluster",
            "Or none that your roles may see. A marathon-lb is recognised by its image, its label or the HAPROXY group it is started with.")
        : new EmptyState(
            "search", "No load balancer has these words", "Clear the filter to see all of them.");
  }

  private void drawAddresses() {
    addresses.removeAll();
    addresses.add(
        BalancerBlock.table(
            "Addresses",
            List.of("Address", "Cluster", "Server groups"),
            drawn.stream().limit(MOST).map(LoadBalancersView::row).toList()));
    if (drawn.size() > MOST) {
      addresses.add(
          Dom.p(
              "%,d more; type above what you look for.".formatted(drawn.size() - MOST),
              "ink2",
              "never"));
    }
  }

  private static NativeTableRow row(Shown.Address shown) {
    NativeTableRow row =
        new NativeTableRow(
            BalancerBlock.cell(shown.address().address(), "mono"),
            BalancerBlock.cell(shown.address().location(), "ink2"),
            new NativeTableCell(new Behind(shown.groups())));
    return Dom.named(row, "address-" + shown.address().written());
  }
}

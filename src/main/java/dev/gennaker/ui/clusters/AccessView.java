package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.SelfTest;
import dev.gennaker.cloud.SelfTest.Feature;
import dev.gennaker.cloud.SelfTest.Finding;
import dev.gennaker.cloud.SelfTest.Trial;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Facts;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Gennaker's accounts may do on one cluster, and what the cluster can do: tried out when
 * somebody opens the page, one thing after the other. For administrators.
 */
@Route("clusters/:location/access")
@PermitAll
class AccessView extends Div implements Page, BeforeEnterObserver {

  private final Clouds clouds;
  private final Permissions permissions;
  private final Actor actor;
  private final Div head = Dom.div("lhead");
  private final Span sum = Dom.span("", "ink3", "sum");
  private final Div features = Dom.div("sec afeatures");
  private final Div accounts = Dom.div("aaccounts");
  private final Button again = new Button("Test again", _ -> test(UI.getCurrent()));
  private String name = "";
  private List<Trial> trials = List.of();
  private int visit;

  /** What is known of a trial; null while it is being tried. */
  record Tried(Trial trial, @Nullable Finding finding) {}

  private final Map<Trial, Tried> known = new LinkedHashMap<>();
  private final Map<String, Rows<Tried>> rows = new LinkedHashMap<>();

  AccessView(Clouds clouds, Permissions permissions, CurrentActor current) {
    this.clouds = clouds;
    this.permissions = permissions;
    this.actor = current.get();
    addClassName("two");
    Dom.named(again, "test-again");
    Dom.named(features, "features");
    Dom.named(sum, "access-sum");
    // Said by screen readers whenever something was found out.
    sum.getElement().setAttribute("role", "status");
    Div body = Dom.div("abody", accounts, features);
    // Long and without anything to focus: the keyboard scrolls it.
    body.getElement().setAttribute("tabindex", "0");
    body.getElement().setAttribute("role", "region");
    body.getElement().setAttribute("aria-label", "What was tried");
    add(Dom.div("left", head, body));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    permissions.requireAdmin(actor);
    name = event.getRouteParameters().get("location").orElse("");
    Location location =
        clouds.locations().stream().filter(l -> l.name().equals(name)).findFirst().orElse(null);
    if (location == null) {
      event.rerouteToError(
          NotFoundException.class, "No DC/OS cluster here is called %s".formatted(name));
      return;
    }
    LocationFacts facts = new LocationFacts();
    facts.show(location);
    head.removeAll();
    head.add(
        Dom.div("pagehead", Dom.h1(name), sum, Dom.span("", "grow"), again),
        facts,
        new LocationTabs(name, LocationTabs.Tab.ACCESS));
    test(event.getUI());
  }

  private Optional<SelfTest> selfTest() {
    return clouds.providers().stream()
        .filter(
            provider ->
                provider.inventory().locations().stream().anyMatch(l -> l.name().equals(name)))
        .flatMap(provider -> provider.selfTest().stream())
        .findFirst();
  }

  /** Tries everything without keeping the page waiting, and shows each as soon as it is known. */
  private void test(UI ui) {
    SelfTest test = selfTest().orElse(null);
    if (test == null) {
      return;
    }
    int mine = ++visit;
    String location = name;
    begin(test.trials(location));
    Thread.startVirtualThread(
        () -> {
          for (Trial trial : List.copyOf(trials)) {
            Finding finding = trial.attempt().get();
            told(ui, mine, () -> found(trial, finding));
          }
          List<Feature> read = test.features(location);
          told(ui, mine, () -> show(read));
        });
  }

  private void told(UI ui, int mine, Runnable news) {
    var _ =
        ui.access(
            () -> {
              if (mine == visit && isAttached()) {
                news.run();
              }
            });
  }

  private void begin(List<Trial> wanted) {
    again.setEnabled(false);
    trials = wanted;
    known.clear();
    rows.clear();
    accounts.removeAll();
    features.removeAll();
    features.add(Dom.h2("What this cluster can do"), Dom.p("Asked after the accounts…", "ink2"));
    wanted.forEach(trial -> known.put(trial, new Tried(trial, null)));
    wanted.stream().map(Trial::account).distinct().forEach(this::section);
    refresh();
  }

  private void section(String account) {
    Div list = Dom.div("");
    list.getElement().setAttribute("role", "list");
    Div section = Dom.div("sec", Dom.div("hd", Dom.h2("Account " + account)), list);
    section.getElement().setAttribute("role", "region");
    section.getElement().setAttribute("aria-label", "Account " + account);
    accounts.add(Dom.named(section, "account-" + account));
    rows.put(account, new Rows<>(list, tried -> tried.trial().use(), AccessRow::new));
  }

  private void found(Trial trial, Finding finding) {
    known.put(trial, new Tried(trial, finding));
    refresh();
  }

  private void refresh() {
    rows.forEach(
        (account, list) ->
            list.show(
                known.values().stream().filter(t -> t.trial().account().equals(account)).toList()));
    long open = known.values().stream().filter(tried -> tried.finding() == null).count();
    long missing =
        known.values().stream().filter(t -> t.finding() instanceof Finding.Missing).count();
    long unclear =
        known.values().stream().filter(t -> t.finding() instanceof Finding.Unclear).count();
    sum.setText(
        open > 0
            ? "%s of %d tried".formatted(known.size() - open, known.size())
            : missing + unclear == 0
                ? "Everything Gennaker needs works"
                : "%s missing%s"
                    .formatted(
                        Words.count((int) missing, "thing"),
                        unclear == 0 ? "" : ", %d unclear".formatted(unclear)));
  }

  private void show(List<Feature> read) {
    again.setEnabled(true);
    Facts facts = new Facts();
    read.forEach(
        feature ->
            facts.of(feature.name(), Dom.span(feature.value(), feature.has() ? "" : "ink2")));
    features.removeAll();
    features.add(Dom.h2("What this cluster can do"), facts);
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("DC/OS clusters", "clusters"),
        new Crumb(name, "clusters/" + name),
        new Crumb("Access", ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

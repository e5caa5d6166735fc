package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.StatusWord;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The panel of one server group: a sentence first, what one may do, then the evidence. */
@Tag("aside")
final class Details extends Component implements HasComponents {

  /**
   * Where it stands in the page's address.
   *
   * @param closed the address without it
   * @param tabs the address of a tab
   * @param tab the open tab; empty for the overview
   */
  record Place(String closed, UnaryOperator<String> tabs, String tab) {}

  private final Actions actions;
  private final Definition definition;
  private final Events events;
  private final VersionList versions;
  private @Nullable ServerGroup shown;
  private @Nullable Place at;
  private @Nullable String address;

  Details(Actions actions, Definition definition, Events events, VersionList versions) {
    this.actions = actions;
    this.definition = definition;
    this.events = events;
    this.versions = versions;
    getElement().getClassList().add("det");
    getElement().setAttribute("data-test", "details");
  }

  /**
   * Shows it; draws nothing anew that stayed the same.
   *
   * @param group null when it is gone
   */
  void show(String wanted, @Nullable ServerGroup group, Place place) {
    boolean same =
        wanted.equals(address)
            && java.util.Objects.equals(group, shown)
            && at != null
            && at.tab().equals(place.tab())
            && at.closed().equals(place.closed());
    if (same) {
      return;
    }
    address = wanted;
    shown = group;
    at = place;
    removeAll();
    String name = wanted.substring(wanted.lastIndexOf(':') + 1);
    getElement().setAttribute("aria-label", "Server group " + name);
    Anchor close = Dom.linkOf(place.closed(), "btn-icon", new Icon("x"));
    close.getElement().setAttribute("aria-label", "Close details");
    Dom.named(close, "close-details");
    var title = Dom.h2(name);
    title.addClassName("trunc");
    title.setTitle(name);
    Div head = Dom.div("dh", Dom.div("dt", title, close));
    add(head);
    if (group == null) {
      add(
          new EmptyState(
              "ban",
              "It is not there",
              "No server group has this name now. It may have been destroyed.",
              Dom.link(place.closed(), "Close", "link")));
      return;
    }
    State state = State.of(group);
    String where = group.group().isEmpty() ? "" : " / " + group.group();
    head.add(
        Dom.div(
            "ds",
            new StatusWord(state.status(), state.word()),
            Dom.span(group.location() + where, "ink3", "trunc")),
        actions.bar(group));
    add(tabs(group, place), body(group, place));
  }

  private static Component tabs(ServerGroup group, Place place) {
    Div tabs = Dom.div("tabs dtabs");
    tabs.getElement().setAttribute("role", "navigation");
    tabs.getElement().setAttribute("aria-label", "Details");
    tab(tabs, place, "", "Overview", -1);
    tab(tabs, place, "tasks", "Tasks", group.instances().size());
    tab(tabs, place, "definition", "Definition", -1);
    tab(tabs, place, "versions", "Versions", -1);
    tab(tabs, place, "events", "Events", -1);
    return tabs;
  }

  private static void tab(Div tabs, Place place, String key, String title, int count) {
    Anchor tab = Dom.link(place.tabs().apply(key), "");
    tab.add(Dom.span(title));
    if (count >= 0) {
      tab.add(Dom.span(String.valueOf(count), "n"));
    }
    if (place.tab().equals(key)) {
      tab.addClassName("on");
      tab.getElement().setAttribute("aria-current", "page");
    }
    tabs.add(Dom.named(tab, "tab-" + (key.isEmpty() ? "overview" : key)));
  }

  private Component body(ServerGroup group, Place place) {
    Div body = Dom.div("db");
    switch (place.tab()) {
      case "tasks" -> body.add(new TaskList(group, actions));
      case "definition" -> body.add(definition.of(group));
      case "versions" -> body.add(versions.of(group, actions));
      case "events" -> body.add(events.of(group));
      default -> body.add(new Overview(group, place.tabs().apply("tasks")));
    }
    return body;
  }
}

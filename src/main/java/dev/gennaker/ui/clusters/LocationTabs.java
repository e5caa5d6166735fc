package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.ui.kit.Dom;
import java.util.Locale;

/** The ways to look at one DC/OS cluster, as links. */
final class LocationTabs extends Div {

  /** One of them; its place in the address is below the cluster's. */
  enum Tab {
    SERVER_GROUPS("Server groups", ""),
    GROUPS("Groups", "/groups"),
    RESOURCES("Resources", "/resources"),
    ACCESS("Access", "/access");

    private final String title;
    private final String path;

    Tab(String title, String path) {
      this.title = title;
      this.path = path;
    }
  }

  LocationTabs(String location, Tab open) {
    addClassNames("tabs", "ltabs");
    getElement().setAttribute("role", "navigation");
    getElement().setAttribute("aria-label", "Ways to look at " + location);
    for (Tab tab : Tab.values()) {
      Anchor link = Dom.link("clusters/" + location + tab.path, tab.title);
      if (tab == open) {
        link.addClassName("on");
        link.getElement().setAttribute("aria-current", "page");
      }
      add(Dom.named(link, "look-" + tab.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
  }
}

package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Nav;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the navigation, from the {@link Nav} on a view. */
record NavEntry(Class<? extends Component> view, Nav nav) {

  /** What this person finds, in its order; a view becomes an entry by carrying {@link Nav}. */
  static List<NavEntry> all(Actor actor) {
    return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
        .map(RouteBaseData::getNavigationTarget)
        .distinct()
        .filter(view -> view.isAnnotationPresent(Nav.class))
        .map(view -> new NavEntry(view, view.getAnnotation(Nav.class)))
        .filter(entry -> actor.isAdmin() || !entry.nav().admin())
        .sorted(Comparator.comparingInt((NavEntry entry) -> entry.nav().order()))
        .toList();
  }

  boolean is(Nav.Group group) {
    return nav.group() == group;
  }

  /**
   * Its address, relative to the root.
   *
   * @param application for an entry of an application; else not used
   */
  String href(@Nullable String application) {
    RouteParameters parameters =
        application == null || !is(Nav.Group.APPLICATION)
            ? RouteParameters.empty()
            : new RouteParameters("app", application);
    return RouteConfiguration.forApplicationScope().getUrl(view, parameters);
  }
}

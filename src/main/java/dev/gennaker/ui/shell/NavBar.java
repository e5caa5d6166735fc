package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Nav;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The navigation: at the left, narrow when collapsed, a bar at the foot of a phone. */
@Tag("nav")
final class NavBar extends Component implements com.vaadin.flow.component.HasComponents {

  private final List<NavEntry> entries;
  private final Map<Class<?>, Anchor> anchors = new HashMap<>();
  private final Map<Class<?>, Span> figures = new HashMap<>();
  private final Span applicationGroup = Dom.spanOf("app-group");
  private @Nullable String application;

  NavBar(Actor actor) {
    entries = NavEntry.all(actor);
    getElement().getClassList().add("nav");
    getElement().setAttribute("aria-label", "Main");
    Anchor brand = Dom.linkOf("", "brand", new Logo(), Dom.span("Gennaker", "lbl"));
    brand.getElement().setAttribute("aria-label", "Gennaker, home");
    add(brand);
    group(Nav.Group.MAIN);
    add(applicationGroup);
    add(Dom.span("Operations", "grp"));
    group(Nav.Group.OPERATIONS);
    add(Dom.span("", "sp"));
    group(Nav.Group.FOOT);
    NativeButton collapse = new NativeButton();
    collapse.add(new Icon("panel-left-close"), Dom.span("Collapse", "lbl"));
    collapse.getElement().getClassList().add("it");
    collapse.getElement().getClassList().add("opt");
    collapse.getElement().setAttribute("data-action", "collapse");
    collapse.getElement().setAttribute("title", "Collapse or widen the navigation");
    add(collapse);
  }

  private void group(Nav.Group group) {
    entries.stream().filter(entry -> entry.is(group)).forEach(entry -> add(anchor(entry)));
  }

  private Anchor anchor(NavEntry entry) {
    Span figure = Dom.span("", "n");
    Anchor anchor =
        Dom.linkOf(
            entry.href(application),
            entry.nav().phone() ? "it" : "it opt",
            new Icon(entry.nav().icon()),
            Dom.span(entry.nav().title(), "lbl"),
            figure);
    anchor.getElement().setAttribute("title", entry.nav().title());
    Dom.named(anchor, "nav-" + entry.view().getSimpleName());
    anchors.put(entry.view(), anchor);
    figures.put(entry.view(), figure);
    return anchor;
  }

  /** Shows where the page stands. */
  void show(String path, @Nullable String shownApplication) {
    if (!java.util.Objects.equals(application, shownApplication)) {
      application = shownApplication;
      applicationGroup.removeAll();
      if (shownApplication != null) {
        applicationGroup.add(Dom.span(shownApplication, "grp"));
        entries.stream()
            .filter(entry -> entry.is(Nav.Group.APPLICATION))
            .forEach(entry -> applicationGroup.add(anchor(entry)));
      }
    }
    Optional<NavEntry> current =
        entries.stream()
            .filter(entry -> !entry.is(Nav.Group.APPLICATION) || application != null)
            .filter(entry -> covers(entry.href(application), path))
            .max(Comparator.comparingInt(entry -> entry.href(application).length()));
    anchors.forEach(
        (view, anchor) -> {
          boolean on = current.map(entry -> entry.view() == view).orElse(false);
          anchor.getElement().getClassList().set("on", on);
          if (on) {
            anchor.getElement().setAttribute("aria-current", "page");
          } else {
            anchor.getElement().removeAttribute("aria-current");
          }
        });
  }

  private static boolean covers(String href, String path) {
    return path.equals(href) || (!href.isEmpty() && path.startsWith(href + "/"));
  }

  /** Shows a figure beside an entry; nothing for 0. */
  void count(Class<? extends Component> view, long count, boolean wantsYou) {
    Span figure = figures.get(view);
    if (figure != null) {
      figure.setText(count == 0 ? "" : String.valueOf(count));
      figure.getElement().getClassList().set("sail", wantsYou);
    }
  }
}

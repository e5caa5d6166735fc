package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Drop;
import dev.gennaker.ui.kit.Icon;
import java.util.List;
import java.util.Locale;

/** Crumbs, search, the light, and who is signed in. */
@Tag("header")
final class TopBar extends Component implements HasComponents {

  private final Crumbs crumbs = new Crumbs();

  TopBar(Actor actor, Runnable openSearch, Runnable signOut) {
    getElement().getClassList().add("top");
    Anchor home = Dom.linkOf("", "phone-only", new Logo());
    home.getElement().setAttribute("aria-label", "Gennaker, home");

    NativeButton search = new NativeButton();
    search.add(
        new Icon("search"), Dom.span("Find or do anything", "desk-only"), Dom.span("Ctrl K", "k"));
    search.getElement().getClassList().add("search");
    search.getElement().setAttribute("aria-label", "Find or do anything");
    search.getElement().setAttribute("aria-keyshortcuts", "Control+K");
    search.getElement().setAttribute("data-action", "find");
    search.addClickListener(click -> openSearch.run());
    Dom.named(search, "search");

    NativeButton light = new NativeButton();
    light.add(new Icon("moon"), new Icon("sun"));
    light.getElement().getClassList().add("ghost");
    light.getElement().setAttribute("aria-label", "Switch between light and dark");
    light.getElement().setAttribute("title", "Switch between light and dark");
    light.getElement().setAttribute("data-action", "light");
    Dom.named(light, "light");

    add(home, crumbs, Dom.span("", "grow"), search, light, who(actor, signOut));
  }

  private static Component who(Actor actor, Runnable signOut) {
    NativeButton who = new NativeButton();
    String initials = actor.name().substring(0, Math.min(2, actor.name().length()));
    who.add(
        Dom.span(initials.toLowerCase(Locale.ROOT), "ava"), Dom.span(actor.name(), "desk-only"));
    who.getElement().getClassList().add("who");
    who.getElement().setAttribute("aria-label", "Signed in as " + actor.name());
    Dom.named(who, "who");
    String roles = String.join(", ", actor.roles().stream().sorted().toList());
    NativeButton out = new NativeButton("Sign out", click -> signOut.run());
    Drop.from(
        who,
        "Signed in as " + actor.name(),
        Dom.div(
            "who-is",
            Dom.span(actor.name(), "b"),
            Dom.span(roles.isEmpty() ? "no roles" : roles, "xs", "ink2")),
        Dom.link("settings", "Settings"),
        Dom.named(out, "sign-out"));
    return who;
  }

  void show(List<Crumb> way) {
    crumbs.show(way);
  }
}

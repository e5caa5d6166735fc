package dev.gennaker.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Facts;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;

/** Who is signed in, what they may, how the screen looks. */
@Route("settings")
@PermitAll
@Nav(title = "Settings", icon = "settings", group = Nav.Group.FOOT, order = 90)
class SettingsView extends Div implements Page {

  SettingsView(
      CurrentActor current,
      Permissions permissions,
      @Value("${spring.application.version:}") String version) {
    Actor actor = current.get();
    addClassName("settings");
    add(Dom.div("pagehead", Dom.h1("Settings")));
    add(section("You", you(actor, permissions)));
    add(section("Appearance", light()));
    add(section("This Gennaker", new Facts().mono("Version", version)));
  }

  private static Section section(String title, Component content) {
    Section section = Dom.section("", title, -1);
    section.add(content);
    return section;
  }

  private static Component you(Actor actor, Permissions permissions) {
    String may =
        Arrays.stream(Permission.values())
            .filter(permission -> permissions.allows(actor, permission, null))
            .map(Permission::name)
            .collect(Collectors.joining(", "));
    return new Facts()
        .text("Name", actor.name())
        .text(
            "Roles",
            actor.roles().isEmpty()
                ? "none"
                : String.join(", ", actor.roles().stream().sorted().toList()))
        .text("You may", may.isEmpty() ? "nothing, where applications grant nothing" : may)
        .text("Applications", "may grant more, or less, to your roles.");
  }

  private static Component light() {
    return Dom.div(
        "chips",
        choice("Light", "light"),
        choice("Dark", "dark"),
        choice("As the system", "system"));
  }

  private static NativeButton choice(String text, String theme) {
    NativeButton button = new NativeButton(text);
    button.addClassName("chip");
    button.getElement().setAttribute("data-action", "theme-" + theme);
    return button;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Settings", ""));
  }
}

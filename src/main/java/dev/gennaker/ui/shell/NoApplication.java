package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.NoSuchApplication;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** There is no such application, or only what runs under its name: how to come by one. */
@Tag("div")
@ParentLayout(MainLayout.class)
@PermitAll
class NoApplication extends Div implements HasErrorParameter<NoSuchApplication>, Page {

  private final Applications applications;
  private final Clouds clouds;
  private final Permissions permissions;
  private final CurrentActor current;

  NoApplication(
      Applications applications, Clouds clouds, Permissions permissions, CurrentActor current) {
    this.applications = applications;
    this.clouds = clouds;
    this.permissions = permissions;
    this.current = current;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoSuchApplication> error) {
    removeAll();
    String name = error.getException().name();
    List<Component> ways = new ArrayList<>();
    if (canBeCreated(name)) {
      Component create =
          Dom.link("applications?create=" + name, "Create application", "btn", "primary");
      ways.add(Dom.named(create, "create-this"));
    }
    if (clouds.serverGroups(name).isEmpty()) {
      ways.add(Dom.link("applications", "All applications", "link"));
      add(
          EmptyState.page(
              "boxes",
              "There is no application " + name,
              "Nobody saved it, and nothing known to run belongs to it. Its name may be misspelt.",
              ways.toArray(Component[]::new)));
    } else {
      ways.add(Dom.link("applications/" + name + "/clusters", "What runs", "link"));
      add(
          EmptyState.page(
              "boxes",
              "Nobody saved the application %s yet".formatted(name),
              "What runs under its name belongs to it already; to have pipelines it must be saved.",
              ways.toArray(Component[]::new)));
    }
    return HttpServletResponse.SC_NOT_FOUND;
  }

  private boolean canBeCreated(String name) {
    return permissions.allows(current.get(), Permission.WRITE, null)
        && applications.check(name, JsonMapper.shared().createObjectNode()).isEmpty();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Applications", "applications"), new Crumb("Not found", ""));
  }
}

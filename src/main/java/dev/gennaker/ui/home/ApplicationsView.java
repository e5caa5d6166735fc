package dev.gennaker.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.pipeline.ApplicationSaved;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.PipelineSaved;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Notices;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All applications, and how to make one. */
@Route("applications")
@PermitAll
@Nav(title = "Applications", icon = "boxes", order = 50, phone = true)
class ApplicationsView extends Div implements AfterNavigationObserver, Page {

  /** In the address: the name of an application to be created. */
  private static final String CREATE = "create";

  private final Applications applications;
  private final ApplicationHealth health;
  private final Permissions permissions;
  private final Actor actor;
  private final Span count = Dom.span("", "ink3");
  private final ApplicationTable table = new ApplicationTable();
  private final Div nothing = Dom.div("");

  ApplicationsView(
      Applications applications,
      ApplicationHealth health,
      Permissions permissions,
      CurrentActor current,
      Live live) {
    this.applications = applications;
    this.health = health;
    this.permissions = permissions;
    this.actor = current.get();
    Button create = new Button("Application", new Icon("plus", "i14"));
    Dom.named(create, "create-application");
    create.addClickListener(click -> create(""));
    if (!mayCreate()) {
      create.getElement().setAttribute("aria-disabled", "true");
      create.getElement().setAttribute("title", whyNot());
      create.addThemeNames("may-not");
    }
    add(
        Dom.div("pagehead", Dom.h1("Applications"), count, Dom.span("", "grow"), create),
        table,
        nothing);
    show();
    live.follow(
        this,
        event ->
            event instanceof InventoryChanged
                || event instanceof PipelineSaved
                || event instanceof ApplicationSaved,
        this::show);
  }

  private void show() {
    ApplicationHealth.Table all = health.of(actor);
    count.setText(String.valueOf(all.rows().size()));
    table.show(all);
    table.setVisible(!all.rows().isEmpty());
    nothing.removeAll();
    if (all.rows().isEmpty()) {
      nothing.add(
          new EmptyState(
              "boxes",
              "No application yet",
              "An application owns pipelines and server groups: whatever runs under its name or its label belongs to it."));
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    event.getLocation().getQueryParameters().getSingleParameter(CREATE).ifPresent(this::create);
  }

  private boolean mayCreate() {
    return permissions.allows(actor, Permission.WRITE, null);
  }

  private String whyNot() {
    return "%s needs WRITE on Gennaker to create applications. An administrator can grant it to one of your roles."
        .formatted(actor.name());
  }

  private void create(String suggested) {
    if (!mayCreate()) {
      Notices.refused(whyNot());
      return;
    }
    TextField name = new TextField("Name");
    name.setValue(suggested);
    name.setHelperText("Lower case letters and digits; server groups begin with it.");
    name.setPattern("[a-z0-9]{1,127}");
    name.setAllowedCharPattern("[a-z0-9]");
    name.setRequired(true);
    Dom.named(name, "application-name");
    EmailField email = new EmailField("Owner's e-mail");
    TextArea description = new TextArea("Description");
    new Confirm(
            "New application",
            "Create",
            List.of("It can then have pipelines, and owns what runs under its name."))
        .field(name)
        .field(email)
        .field(description)
        .valid(() -> !name.isEmpty() && !name.isInvalid() && !email.isInvalid())
        .onConfirm(
            () -> {
              ObjectNode attributes = JsonMapper.shared().createObjectNode();
              if (!email.isEmpty()) {
                attributes.put("email", email.getValue());
              }
              if (!description.isEmpty()) {
                attributes.put("description", description.getValue());
              }
              String made = applications.save(name.getValue(), attributes, actor).name();
              getUI().ifPresent(ui -> ui.navigate("applications/" + made + "/pipelines"));
            })
        .open();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Applications", ""));
  }
}

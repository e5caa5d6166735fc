package dev.gennaker.ui.balancers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Notices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets load balancers up and removes them by hand; each is a run that can be followed. */
@SpringComponent
@UIScope
class BalancerActions {

  private final Clouds clouds;
  private final Executions executions;
  private final Permissions permissions;
  private final CurrentActor current;

  BalancerActions(
      Clouds clouds, Executions executions, Permissions permissions, CurrentActor current) {
    this.clouds = clouds;
    this.executions = executions;
    this.permissions = permissions;
    this.current = current;
  }

  Button create() {
    Button button = new Button("New load balancer…", click -> ask());
    return Dom.named(button, "new-balancer");
  }

  Button edit(ServerGroup app) {
    return button("Edit…", "edit-balancer", app, () -> edits(app));
  }

  Button delete(ServerGroup app, List<String> users) {
    Button button = button("Delete…", "delete-balancer", app, () -> deletes(app, users));
    button.addThemeNames("danger");
    return button;
  }

  private Button button(String text, String test, ServerGroup app, Runnable dialog) {
    Button button = new Button(text);
    String why = why(app).orElse("");
    if (why.isEmpty()) {
      button.addClickListener(click -> dialog.run());
    } else {
      button.getElement().setAttribute("aria-disabled", "true");
      button.getElement().setAttribute("title", why);
      button.addThemeNames("may-not");
      button.addClickListener(click -> Notices.refused(why));
    }
    return Dom.named(button, test + "-" + app.name());
  }

  private Optional<String> why(ServerGroup app) {
    if (app.application().isEmpty()) {
      return Optional.of(
          "No application owns %s, so nobody may change it here. Give it the label gennaker.application first."
              .formatted(app.name()));
    }
    return permissions.allows(current.get(), Permission.EXECUTE, app.application())
        ? Optional.empty()
        : Optional.ofNullable(
            new NotPermitted(current.get(), Permission.EXECUTE, app.application()).getMessage());
  }

  private void ask() {
    List<Account> accounts =
        clouds.providers().stream()
            .filter(provider -> provider.supports(Operation.PutLoadBalancer.class))
            .flatMap(provider -> provider.accounts().stream())
            .toList();
    BalancerFields fields = new BalancerFields(accounts, Map.of());
    new Confirm("New load balancer", "Create", List.of())
        .field(fields)
        .valid(fields::right)
        .onConfirm(
            () ->
                start(
                    Moniker.parse(fields.name()).app(),
                    "Create load balancer " + fields.name(),
                    "upsertLoadBalancer",
                    fields.settings()))
        .open();
  }

  private void edits(ServerGroup app) {
    Map<String, Object> before =
        clouds
            .provider(app.provider())
            .flatMap(provider -> provider.loadBalancer(app.id()))
            .orElse(Map.of());
    if (before.isEmpty()) {
      Notices.refused("%s is gone from %s.".formatted(app.name(), app.location()));
      return;
    }
    BalancerFields fields = new BalancerFields(List.of(), before);
    new Confirm(
            "Edit " + app.name(),
            "Change",
            List.of(
                "What is not below stays as it is. Marathon replaces its instances, half of them at a time, unless only their number changes."))
        .field(fields)
        .valid(fields::right)
        .onConfirm(
            () -> {
              Map<String, Object> settings = fields.settings();
              settings.put("loadBalancerName", app.name());
              start(app, "Change load balancer " + app.name(), "upsertLoadBalancer", settings);
            })
        .open();
  }

  private void deletes(ServerGroup app, List<String> users) {
    List<String> what = new ArrayList<>();
    what.add("%s in %s is removed for good.".formatted(app.name(), app.location()));
    Checkbox anyway = new Checkbox("Although it is used");
    Confirm confirm;
    if (users.isEmpty()) {
      what.add("No server group that serves stands behind it.");
      confirm = new Confirm("Delete " + app.name(), "Delete", what);
    } else {
      what.add("Behind it: %s. Their routes are gone with it.".formatted(String.join(", ", users)));
      confirm =
          new Confirm("Delete " + app.name(), "Delete", what)
              .field(Dom.named(anyway, "even-if-used"))
              .valid(anyway::getValue);
    }
    confirm
        .danger(true)
        .onConfirm(
            () -> {
              Map<String, Object> settings = new HashMap<>();
              settings.put("loadBalancerName", app.name());
              settings.put("evenIfUsed", anyway.getValue());
              start(app, "Delete load balancer " + app.name(), "deleteLoadBalancer", settings);
            })
        .open();
  }

  private void start(
      ServerGroup app, String description, String type, Map<String, Object> settings) {
    settings.put("credentials", app.id().account());
    settings.put("region", app.id().region());
    start(app.application(), description, type, settings);
  }

  private void start(
      String application, String description, String type, Map<String, Object> settings) {
    Map<String, Object> stage = new HashMap<>(settings);
    stage.put("refId", "1");
    stage.put("type", type);
    stage.put("name", description);
    String id =
        executions.start(
            StartRequest.adHoc(application, description, List.of(stage)), current.get());
    Notices.done(
        description + ": started.",
        Dom.named(Dom.link("executions/" + id, "Follow it", "link"), "follow"));
  }
}

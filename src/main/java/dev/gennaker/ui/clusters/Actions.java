package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Notices;
import dev.gennaker.ui.kit.Tally;
import java.util.Optional;
import java.util.function.Supplier;

/** What one may do with a server group; a button that may not be used says why. */
@SpringComponent
@UIScope
class Actions {

  private final Clouds clouds;
  private final Permissions permissions;
  private final Changes changes;
  private final Rollouts rollouts;
  private final Actor actor;

  Actions(
      Clouds clouds,
      Permissions permissions,
      Changes changes,
      Rollouts rollouts,
      CurrentActor current) {
    this.clouds = clouds;
    this.permissions = permissions;
    this.changes = changes;
    this.rollouts = rollouts;
    this.actor = current.get();
  }

  Component bar(ServerGroup group) {
    Div bar = Dom.div("da");
    bar.add(
        button("Resize…", "resize", group, Operation.Resize.class, () -> changes.resize(group)));
    if (group.disabled()) {
      bar.add(
          button("Enable…", "enable", group, Operation.Enable.class, () -> changes.enable(group)));
    } else {
      bar.add(
          button(
              "Disable…", "disable", group, Operation.Disable.class, () -> changes.disable(group)),
          button(
              "Roll back…",
              "rollback",
              () -> whyNoRollback(group),
              () -> rollouts.rollBack(group)));
    }
    if (group.desired() > 0) {
      bar.add(
          button(
              "Restart…",
              "restart",
              group,
              Operation.Restart.class,
              () -> rollouts.restart(group)));
    }
    Change change = group.change();
    if (change != null) {
      bar.add(
          button(
              "Cancel deployment…",
              "cancel-deployment",
              group,
              Operation.CancelChange.class,
              () -> rollouts.cancelDeployment(group, change)));
    }
    if (Tally.of(group).missing() > 0
        || !group.lastFailure().isEmpty() && group.up() < group.desired()) {
      bar.add(
          button(
              "Start waiting…",
              "reset-delay",
              group,
              Operation.ResetDelay.class,
              () -> rollouts.resetDelay(group)));
    }
    Button destroy =
        button("Destroy…", "destroy", group, Operation.Destroy.class, () -> changes.destroy(group));
    destroy.addThemeNames("danger");
    bar.add(destroy);
    return bar;
  }

  Button terminate(ServerGroup group) {
    return button(
        "Terminate…",
        "terminate",
        group,
        Operation.Terminate.class,
        () -> changes.terminate(group));
  }

  Button revert(ServerGroup group, FormerVersion version) {
    Button button =
        button(
            "Go back to it…",
            "revert",
            group,
            Operation.Revert.class,
            () -> rollouts.revert(group, version));
    button.setAriaLabel("Go back to the version of " + version.at());
    return button;
  }

  private Optional<String> whyNoRollback(ServerGroup group) {
    return why(group, Operation.Enable.class)
        .or(
            () ->
                rollouts.formers(group).isEmpty()
                    ? Optional.of(
                        "No other server group of %s is in %s to go back to."
                            .formatted(group.cluster(), group.id().region()))
                    : Optional.empty());
  }

  private Button button(
      String text,
      String test,
      ServerGroup group,
      Class<? extends Operation> operation,
      Runnable dialog) {
    return button(text, test, () -> why(group, operation), dialog);
  }

  private Button button(
      String text, String test, Supplier<Optional<String>> refusal, Runnable dialog) {
    Button button = new Button(text);
    Dom.named(button, "do-" + test);
    String why = refusal.get().orElse("");
    if (why.isEmpty()) {
      button.addClickListener(click -> dialog.run());
      return button;
    }
    // Stays reachable, so that everybody can learn the reason.
    button.getElement().setAttribute("aria-disabled", "true");
    button.getElement().setAttribute("title", why);
    button.addThemeNames("may-not");
    button.addClickListener(click -> Notices.refused(why));
    return button;
  }

  /** Why it may not be done; empty when it may. */
  private Optional<String> why(ServerGroup group, Class<? extends Operation> operation) {
    if (group.kind() == ServerGroup.Kind.POD) {
      return Optional.of("%s is a pod; pods are only shown here.".formatted(group.name()));
    }
    if (group.application().isEmpty()) {
      return Optional.of(
          "No application owns %s, so nobody may change it here. Label it with an application first."
              .formatted(group.name()));
    }
    if (!permissions.allows(actor, Permission.EXECUTE, group.application())) {
      return Optional.of(
          "%s needs EXECUTE on application %s. An administrator can grant it to one of your roles."
              .formatted(actor.name(), group.application()));
    }
    boolean supported =
        clouds
            .provider(group.provider())
            .map((CloudProvider provider) -> provider.supports(operation))
            .orElse(false);
    return supported
        ? Optional.empty()
        : Optional.of("The provider %s cannot do this.".formatted(group.provider()));
  }
}

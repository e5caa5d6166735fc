package dev.gennaker.ui.clusters;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.CancelDeployment;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.Map;

/** Asks before a server group is rolled back or restarted, or its deployment is cancelled. */
@SpringComponent
@UIScope
class Rollouts {

  private final ByHand byHand;
  private final Clouds clouds;

  Rollouts(ByHand byHand, Clouds clouds) {
    this.byHand = byHand;
    this.clouds = clouds;
  }

  void rollBack(ServerGroup group) {
    new RollBack(group, formers(group), former -> rollBack(group, former)).open();
  }

  private void rollBack(ServerGroup group, ServerGroup former) {
    byHand.start(
        group,
        "Roll %s back to %s".formatted(group.name(), former.name()),
        Map.of(
            "type",
            "rollbackServerGroup",
            "rollbackType",
            "EXPLICIT",
            "rollbackContext",
            Map.of(
                "rollbackServerGroupName", group.name(), "restoreServerGroupName", former.name())));
  }

  void restart(ServerGroup group) {
    new Confirm(
            "Restart " + group.name(),
            "Restart",
            List.of(
                "%s in %s replaces its %s by new ones of the same definition."
                    .formatted(
                        group.name(),
                        group.location(),
                        Words.count(group.instances().size(), "task")),
                "How many stay up meanwhile is what its upgrade strategy says."))
        .onConfirm(
            () ->
                byHand.start(
                    group, "Restart " + group.name(), Map.of("type", "restartServerGroup")))
        .open();
  }

  void revert(ServerGroup group, FormerVersion version) {
    new Confirm(
            "Go back to a former version of " + group.name(),
            "Go back",
            List.of(
                "%s in %s gets the definition it had in version %s%s."
                    .formatted(
                        group.name(),
                        group.location(),
                        version.version(),
                        version.image().isEmpty() ? "" : ", image " + version.image()),
                "Its %s are replaced as its upgrade strategy says; its size stays what it is."
                    .formatted(Words.count(group.desired(), "instance"))))
        .onConfirm(
            () ->
                byHand.start(
                    group,
                    "Bring back a former version of " + group.name(),
                    Map.of("type", "revertServerGroup", "version", version.version())))
        .open();
  }

  void cancelDeployment(ServerGroup group, Change change) {
    CancelDeployment.ask(
        "Deployment %s of %s, step %d of %d."
            .formatted(change.id(), group.name(), change.step(), change.steps()),
        back ->
            byHand.start(
                group,
                "Cancel the deployment of " + group.name(),
                Map.of("type", "cancelRollout", "deploymentId", change.id(), "rollBack", back)));
  }

  void resetDelay(ServerGroup group) {
    new Confirm(
            "Start the waiting tasks of " + group.name(),
            "Start them",
            List.of(
                "Tasks that failed are started again after a delay that grows with each failure.",
                "Those of %s that wait like that are started at once.".formatted(group.name())))
        .onConfirm(
            () ->
                byHand.start(
                    group,
                    "Start the waiting tasks of " + group.name(),
                    Map.of("type", "resetLaunchDelay")))
        .open();
  }

  /** What it could be rolled back to, newest first. */
  List<ServerGroup> formers(ServerGroup group) {
    return clouds.serverGroups(group.application()).stream()
        .filter(other -> other.cluster().equals(group.cluster()))
        .filter(other -> other.id().account().equals(group.id().account()))
        .filter(other -> other.id().region().equals(group.id().region()))
        .filter(other -> !other.id().equals(group.id()) && other.unreadable().isEmpty())
        .filter(other -> Tally.size(other) > 0 || Tally.size(group) > 0)
        .toList();
  }
}

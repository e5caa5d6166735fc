package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Imagined;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.PlanNotes.Kind;
import dev.gennaker.stage.StageContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations of a plan: said in words, and carried out in the mind. */
final class Imagining {

  private Imagining() {}

  /** Notes it; the answer is what a provider would put out. */
  static Map<String, Object> carryOut(
      Operation operation, Clouds clouds, StageContext context, PlanNotes notes) {
    List<ServerGroup> cluster = cluster(operation, clouds);
    Optional<ServerGroup> target =
        operation instanceof Operation.OnServerGroup on
            ? clouds.find(on.target())
            : Optional.empty();
    Map<String, Object> outputs =
        Imagined.current()
            .map(
                imagined ->
                    imagined.carryOut(
                        operation,
                        cluster,
                        Clock.fixed(context.now(), ZoneOffset.UTC),
                        context.executionId()))
            .orElse(Map.of());
    notes.effect(kind(operation), text(operation, target, outputs), outputs);
    return outputs;
  }

  private static List<ServerGroup> cluster(Operation operation, Clouds clouds) {
    return switch (operation) {
      case Operation.Deploy deploy ->
          clouds.serverGroups().stream()
              .filter(group -> group.id().account().equals(deploy.account()))
              .filter(group -> group.id().region().equals(deploy.region()))
              .filter(group -> group.cluster().equals(deploy.moniker().cluster()))
              .toList();
      case Operation.RunJob _, Operation.PutLoadBalancer _ -> List.of();
      case Operation.OnServerGroup on -> clouds.find(on.target()).stream().toList();
    };
  }

  private static Kind kind(Operation operation) {
    return switch (operation) {
      case Operation.Deploy _ -> Kind.CREATE;
      case Operation.Resize _, Operation.HandOver _, Operation.HandBack _ -> Kind.RESIZE;
      case Operation.Disable _ -> Kind.DISABLE;
      case Operation.Enable _ -> Kind.ENABLE;
      case Operation.Destroy _ -> Kind.DESTROY;
      case Operation.Terminate _ -> Kind.TERMINATE;
      case Operation.RunJob _ -> Kind.RUN;
      case Operation.PutLoadBalancer _ -> Kind.OTHER;
      case Operation.Restart _,
          Operation.Revert _,
          Operation.CancelChange _,
          Operation.ResetDelay _ ->
          Kind.OTHER;
    };
  }

  private static String text(
      Operation operation, Optional<ServerGroup> target, Map<String, Object> outputs) {
    String size = target.map(group -> ", " + instances(group.desired())).orElse("");
    return switch (operation) {
      case Operation.Deploy deploy -> creates(deploy, outputs);
      case Operation.Resize resize ->
          "Resizes %s%s to %s"
              .formatted(
                  name(resize),
                  target.map(group -> " from %d".formatted(group.desired())).orElse(""),
                  instances(resize.desired()));
      case Operation.Disable disable -> "Disables " + name(disable) + size;
      case Operation.Enable enable -> enables(enable, target);
      case Operation.Destroy destroy -> "Destroys " + name(destroy) + size;
      case Operation.Terminate terminate ->
          "Terminates %s of %s".formatted(instances(terminate.instances().size()), name(terminate));
      case Operation.Revert revert ->
          "Brings %s back to %s"
              .formatted(
                  name(revert),
                  revert.version().isEmpty()
                      ? "its former version"
                      : "version " + revert.version());
      case Operation.Restart restart -> "Restarts " + name(restart) + size;
      case Operation.HandOver over ->
          "Hands traffic over from %s to %s, %s"
              .formatted(over.from().name(), name(over), instances(over.desired()));
      case Operation.HandBack back ->
          "Hands traffic back to %s, %s".formatted(name(back), instances(back.desired()));
      case Operation.CancelChange cancel ->
          cancel.revert()
              ? "Rolls back what is being changed on " + name(cancel)
              : "Cancels what is being changed on " + name(cancel);
      case Operation.ResetDelay reset -> "Starts at once what is held back of " + name(reset);
      case Operation.PutLoadBalancer put ->
          "Sets up load balancer %s in %s".formatted(put.name(), put.region());
      case Operation.RunJob job -> "Runs job %s in %s".formatted(Words.name(job), job.region());
    };
  }

  private static String creates(Operation.Deploy deploy, Map<String, Object> outputs) {
    String image = String.valueOf(outputs.getOrDefault("image", ""));
    boolean changes = Boolean.TRUE.equals(outputs.get("changed"));
    return "%s %s in %s%s%s"
        .formatted(
            changes ? "Changes" : "Creates",
            outputs.getOrDefault("serverGroup", deploy.moniker().cluster()),
            deploy.region(),
            deploy.desired() == null ? "" : ", " + instances(deploy.desired()),
            image.isEmpty() ? "" : ", image " + image);
  }

  private static String enables(Operation.Enable enable, Optional<ServerGroup> target) {
    Optional<Integer> desired =
        Optional.ofNullable(enable.desired()).or(() -> target.map(ServerGroup::rememberedSize));
    return "Enables " + name(enable) + desired.map(size -> ", " + instances(size)).orElse("");
  }

  private static String instances(int count) {
    return count == 1 ? "1 instance" : count + " instances";
  }

  private static String name(Operation.OnServerGroup on) {
    return on.target().name() + " in " + on.region();
  }
}

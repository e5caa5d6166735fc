package dev.gennaker.stage.rollback;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Resolution;
import dev.gennaker.stage.operation.Target;
import dev.gennaker.stage.operation.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Brings a former server group back, and only when it serves takes the bad one out of service; asks
 * traffic guards first.
 */
@Component
class RollbackServerGroupStage implements StageType<RollbackServerGroup> {

  private final Targets targets;
  private final Clouds clouds;
  private final Restoring restoring;

  RollbackServerGroupStage(Targets targets, Clouds clouds, Restoring restoring) {
    this.targets = targets;
    this.clouds = clouds;
    this.restoring = restoring;
  }

  @Override
  public String type() {
    return "rollbackServerGroup";
  }

  @Override
  public String label() {
    return "Roll back server group";
  }

  @Override
  public String description() {
    return "Brings a former server group back; once it serves, takes the bad one out of service.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "undo-2";
  }

  @Override
  public Class<RollbackServerGroup> settings() {
    return RollbackServerGroup.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Map<?, ?> context = settings.get("rollbackContext") instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> bad = new HashMap<>(settings);
    if (context.get("rollbackServerGroupName") instanceof Object name) {
      bad.put("serverGroupName", name);
    }
    Object to = context.get("restoreServerGroupName");
    return Target.headline(bad) + " to " + (to == null ? "the image before" : to);
  }

  @Override
  public List<Problem> check(RollbackServerGroup settings) {
    return settings.problems();
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Restoring.OUTPUTS);
  }

  @Override
  public Outcome run(RollbackServerGroup settings, StageContext context) {
    if (!context.children().isEmpty()) {
      return Outcome.done(Restoring.merge(context.children()));
    }
    if (settings.settled()) {
      return restoring.run(settings, context);
    }
    return switch (targets.resolve(settings.bad())) {
      case Resolution.Instead(Outcome outcome) -> outcome;
      case Resolution.Found(List<ServerGroup> bad) -> expand(settings, bad);
    };
  }

  /** A child for each region, which names both: what was chosen stays chosen. */
  private Outcome expand(RollbackServerGroup settings, List<ServerGroup> bad) {
    List<ChildStage> children = new ArrayList<>();
    for (ServerGroup one : bad) {
      Optional<ServerGroup> former = former(settings, one);
      if (former.isPresent()) {
        children.add(child(settings, one, former.get()));
        continue;
      }
      String image = settings.context().imageName();
      if (!settings.byImage() || image == null || image.isBlank()) {
        return Outcome.failed(nothing(settings, one));
      }
      children.addAll(Cloning.children(settings, one, image));
    }
    return new Outcome.Expanded(children, Map.of());
  }

  private Optional<ServerGroup> former(RollbackServerGroup settings, ServerGroup bad) {
    String account = bad.id().account();
    String region = bad.id().region();
    if (!settings.byImage()) {
      String name = String.valueOf(settings.restored());
      return clouds.find(new ServerGroupId(account, region, name));
    }
    String image = settings.context().imageName();
    return targets.cluster(account, region, bad.cluster()).stream()
        .filter(group -> group.createdAt().isBefore(bad.createdAt()))
        .filter(
            group ->
                RollbackServerGroup.named(image)
                    ? group.image().equals(image)
                    : !group.image().equals(bad.image()))
        .findFirst();
  }

  private static String nothing(RollbackServerGroup settings, ServerGroup bad) {
    String image = settings.context().imageName();
    return settings.byImage()
        ? "No server group of %s in %s is older than %s and runs %s; deploy it anew with a deploy stage"
            .formatted(
                bad.cluster(),
                bad.id().region(),
                bad.name(),
                RollbackServerGroup.named(image) ? image : "another image")
        : "There is no server group %s in %s to bring back; look at the clusters page for what is there"
            .formatted(settings.restored(), bad.id().region());
  }

  private ChildStage child(RollbackServerGroup settings, ServerGroup bad, ServerGroup former) {
    Map<String, Object> context = new HashMap<>();
    context.put("rollbackServerGroupName", bad.name());
    context.put("restoreServerGroupName", former.name());
    RollbackServerGroup.Context wish = settings.context();
    if (wish.targetHealthyRollbackPercentage() != null) {
      context.put("targetHealthyRollbackPercentage", wish.targetHealthyRollbackPercentage());
    }
    if (wish.delayBeforeDisableSeconds() != null) {
      context.put("delayBeforeDisableSeconds", wish.delayBeforeDisableSeconds());
    }
    return new ChildStage(
        bad.id().region() + "-" + bad.name(),
        type(),
        "Roll %s back to %s in %s".formatted(bad.name(), former.name(), bad.id().region()),
        List.of(),
        Map.of(
            "cloudProvider",
            bad.provider(),
            "credentials",
            bad.id().account(),
            "regions",
            List.of(bad.id().region()),
            "cluster",
            bad.cluster(),
            "rollbackType",
            RollbackServerGroup.EXPLICIT,
            "rollbackContext",
            context,
            "forceDeployment",
            settings.force()),
        false);
  }
}

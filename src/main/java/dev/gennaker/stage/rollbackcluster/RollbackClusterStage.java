package dev.gennaker.stage.rollbackcluster;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rolls the newest serving server group of a cluster back to the one before, region by region. */
@Component
class RollbackClusterStage implements StageType<RollbackCluster> {

  private final Targets targets;

  RollbackClusterStage(Targets targets) {
    this.targets = targets;
  }

  @Override
  public String type() {
    return "rollbackCluster";
  }

  @Override
  public String label() {
    return "Roll back cluster";
  }

  @Override
  public String description() {
    return "Goes back to the server group before the newest that serves, one region after another.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "history";
  }

  @Override
  public Class<RollbackCluster> settings() {
    return RollbackCluster.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return ClusterTarget.headline(settings);
  }

  @Override
  public List<Problem> check(RollbackCluster settings) {
    return settings.on().problems();
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("serverGroups", "imagesToRestore"));
  }

  @Override
  public Outcome run(RollbackCluster settings, StageContext context) {
    if (!context.children().isEmpty()) {
      return Outcome.done(outputs(context.children()));
    }
    ClusterTarget on = settings.on();
    String account = String.valueOf(on.credentials());
    String cluster = String.valueOf(on.cluster());
    Steps steps = new Steps(settings);
    for (String region : on.places()) {
      Optional<Outcome> unfit = targets.unfit(account, region);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      List<ServerGroup> all = targets.cluster(account, region, cluster);
      if (all.isEmpty() && !Boolean.TRUE.equals(on.continueIfClusterNotFound())) {
        return Outcome.failed(
            "There is no cluster %s in %s for account %s; look at the clusters page for what runs there"
                .formatted(cluster, region, account));
      }
      Optional<ServerGroup> bad = all.stream().filter(Others::active).findFirst();
      bad.flatMap(
              newest ->
                  all.stream().filter(g -> g.createdAt().isBefore(newest.createdAt())).findFirst())
          .ifPresent(former -> steps.add(bad.get(), former));
    }
    return steps.children.isEmpty()
        ? new Outcome.Skipped(
            "There is nothing to go back to: no server group of %s in %s is older than one that serves"
                .formatted(cluster, String.join(", ", on.places())))
        : new Outcome.Expanded(steps.children, Map.of());
  }

  private static Map<String, Object> outputs(List<StageContext.Upstream> children) {
    List<Map<String, Object>> rolled =
        children.stream()
            .filter(child -> child.type().equals("rollbackServerGroup"))
            .map(StageContext.Upstream::outputs)
            .toList();
    return Map.of(
        "serverGroups",
        rolled,
        "imagesToRestore",
        rolled.stream()
            .map(
                one ->
                    Map.of(
                        "region",
                        one.getOrDefault("region", ""),
                        "image",
                        one.getOrDefault("image", "")))
            .toList());
  }

  /** One region after the other. */
  private static final class Steps {

    private final List<ChildStage> children = new ArrayList<>();
    private final RollbackCluster settings;
    private List<String> after = List.of();

    Steps(RollbackCluster settings) {
      this.settings = settings;
    }

    void add(ServerGroup bad, ServerGroup former) {
      String region = bad.id().region();
      Integer pause = settings.waitTimeBetweenRegions();
      if (!children.isEmpty() && pause != null && pause > 0) {
        String key = region + "-wait";
        children.add(
            new ChildStage(
                key, "wait", "Wait before " + region, after, Map.of("waitTime", pause), false));
        after = List.of(key);
      }
      String key = region + "-" + bad.name();
      children.add(
          new ChildStage(
              key,
              "rollbackServerGroup",
              "Roll %s back to %s in %s".formatted(bad.name(), former.name(), region),
              after,
              settings(bad, former),
              false));
      after = List.of(key);
    }

    private Map<String, Object> settings(ServerGroup bad, ServerGroup former) {
      Map<String, Object> context = new HashMap<>();
      if (settings.additionalRollbackContext() != null) {
        context.putAll(settings.additionalRollbackContext());
      }
      context.put("rollbackServerGroupName", bad.name());
      context.put("restoreServerGroupName", former.name());
      context.put("targetHealthyRollbackPercentage", percentage(bad.desired()));
      return Map.of(
          "cloudProvider",
          bad.provider(),
          "credentials",
          bad.id().account(),
          "regions",
          List.of(bad.id().region()),
          "cluster",
          bad.cluster(),
          "rollbackType",
          "EXPLICIT",
          "rollbackContext",
          context,
          "forceDeployment",
          Boolean.TRUE.equals(settings.forceDeployment()));
    }

    /** As Spinnaker has it: a straggler among many does not hold everything up. */
    private int percentage(int size) {
      Integer said = settings.targetHealthyRollbackPercentage();
      return said != null ? said : size < 10 ? 100 : size < 20 ? 90 : 95;
    }
  }
}

package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Images;
import dev.gennaker.stage.operation.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deploys new server groups, all at the same time, each by a child stage; the strategy's child
 * stages follow where older ones exist, and only when the new one serves.
 */
@Component
class DeployStage implements StageType<Deploy> {

  private final Targets targets;
  private final Clouds clouds;

  DeployStage(Targets targets, Clouds clouds) {
    this.targets = targets;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return "deploy";
  }

  @Override
  public String label() {
    return "Deploy";
  }

  @Override
  public String description() {
    return "Brings a new version into the world as new server groups, then retires older ones as the strategy says.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "rocket";
  }

  @Override
  public Class<Deploy> settings() {
    return Deploy.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Headline.of(settings);
  }

  @Override
  public List<Problem> check(Deploy settings) {
    return Checks.of(settings, clouds);
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of(Deployed.GROUPS, Deployed.ACCOUNT, "serverGroups"));
  }

  @Override
  public Outcome run(Deploy settings, StageContext context) {
    if (!context.children().isEmpty()) {
      return Outcome.done(Deployed.merge(context.children()));
    }
    List<ChildStage> children = new ArrayList<>();
    for (ClusterEntry entry : settings.entries()) {
      if (entry.regions().isEmpty()) {
        return Outcome.failed("A server group of this deploy says no region; choose where it runs");
      }
      for (String region : entry.regions()) {
        Optional<Outcome> instead = expand(entry, region, context, children);
        if (instead.isPresent()) {
          return instead.get();
        }
      }
    }
    return children.isEmpty()
        ? Outcome.failed("It says nothing to deploy; add at least one server group")
        : new Outcome.Expanded(children, Map.of());
  }

  private Optional<Outcome> expand(
      ClusterEntry entry, String region, StageContext context, List<ChildStage> children) {
    Optional<Strategy> strategy = entry.strategy();
    if (strategy.isEmpty()) {
      return Optional.of(
          Outcome.failed(
              "The strategy %s is not available; take red/black, highlander or none"
                  .formatted(entry.text("strategy").orElse(""))));
    }
    Optional<Outcome> unfit = targets.unfit(entry.account(), region);
    if (unfit.isPresent()) {
      return unfit;
    }
    return switch (Images.find(entry.body(), region, context)) {
      case Images.Missing(String reason) -> Optional.of(Outcome.failed(reason));
      case Images.Found(Map<String, Object> image) -> {
        add(entry, strategy.get(), region, entry.in(region, image), context, children);
        yield Optional.empty();
      }
    };
  }

  private void add(
      ClusterEntry entry,
      Strategy strategy,
      String region,
      Map<String, Object> body,
      StageContext context,
      List<ChildStage> children) {
    Moniker moniker = entry.moniker(context.application());
    String key = region + "-" + moniker.cluster();
    String unique = key;
    for (int n = 2; taken(unique, children); n++) {
      unique = key + "-" + n;
    }
    children.add(
        new ChildStage(
            unique,
            CreateServerGroupStage.TYPE,
            "Deploy %s in %s".formatted(moniker.cluster(), region),
            List.of(),
            Map.of("cluster", body),
            false));
    if (!targets.cluster(entry.account(), region, moniker.cluster()).isEmpty()) {
      children.addAll(strategy.cleanUp(entry, moniker, region, unique));
    }
  }

  private static boolean taken(String key, List<ChildStage> children) {
    return children.stream().anyMatch(child -> child.key().equals(key));
  }
}

package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Images;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.Targets;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Capacity capacity;
  private final Clouds clouds;

  DeployStage(Targets targets, Capacity capacity, Clouds clouds) {
    this.targets = targets;
    this.capacity = capacity;
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
    List<ClusterEntry> entries = settings.entries();
    for (int i = 0; i < entries.size(); i++) {
      ClusterEntry entry = Canary.unevaluated(entries.get(i), context.written(), i);
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
              "The strategy %s is not available; %s"
                  .formatted(entry.text("strategy").orElse(""), Strategy.OFFERED)));
    }
    List<Problem> problems = StrategyChecks.of(entry).stream().filter(Problem::isError).toList();
    if (!problems.isEmpty()) {
      return Optional.of(
          Outcome.failed(
              "The strategy %s cannot be followed: %s %s"
                  .formatted(
                      strategy.get().words(),
                      problems.getFirst().message(),
                      problems.getFirst().fix())));
    }
    Optional<Outcome> unfit = targets.unfit(entry.account(), region);
    if (unfit.isPresent()) {
      return unfit;
    }
    return switch (Images.find(entry.body(), region, context)) {
      case Images.Missing(String reason) -> Optional.of(Outcome.failed(reason));
      case Images.Found(Map<String, Object> image) ->
          add(
              strategy.get(),
              entry,
              rollout(entry, region, entry.in(region, image), context, children),
              children);
    };
  }

  private Rollout rollout(
      ClusterEntry entry,
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
    List<ServerGroup> serving =
        targets.cluster(entry.account(), region, moniker.cluster()).stream()
            .filter(group -> !group.execution().equals(context.executionId()))
            .filter(group -> Others.active(group) && group.desired() > 0)
            .toList();
    return new Rollout(entry, body, moniker, region, unique, 0, serving, context);
  }

  private Optional<Outcome> add(
      Strategy strategy, ClusterEntry entry, Rollout rollout, List<ChildStage> children) {
    if (strategy == Strategy.CUSTOM && entry.flag(Custom.REPLACES)) {
      children.add(Custom.alone(rollout));
      return Optional.empty();
    }
    Moniker moniker = rollout.moniker();
    Rollout begun = rollout;
    if (strategy.shifts() && !rollout.older().isEmpty()) {
      switch (capacity.of(entry, rollout.region(), rollout.context())) {
        case Capacity.Unknown(String reason) -> {
          return Optional.of(Outcome.failed(reason));
        }
        case Capacity.Size(var desired) -> {
          int wanted = desired == null ? entry.ownSize() : desired;
          Optional<Outcome> against =
              strategy == Strategy.ZERO_DOWNTIME
                  ? Relief.against(rollout, wanted)
                  : Optional.empty();
          if (against.isPresent()) {
            return against;
          }
          begun = strategy.begun(rollout, wanted);
        }
      }
    } else if (strategy == Strategy.ZERO_DOWNTIME) {
      Map<String, Object> first = new HashMap<>(rollout.body());
      Relief.prepare(first, "");
      begun = rollout.begun(0, first);
    }
    children.add(
        new ChildStage(
            begun.created(),
            CreateServerGroupStage.TYPE,
            "Deploy %s in %s".formatted(moniker.cluster(), begun.region()),
            List.of(),
            Map.of("cluster", begun.body()),
            false));
    boolean alone =
        strategy.shifts()
            ? begun.older().isEmpty()
            : targets.cluster(entry.account(), begun.region(), moniker.cluster()).isEmpty();
    if (!alone || strategy == Strategy.CUSTOM) {
      children.addAll(strategy.stages(begun));
    }
    return Optional.empty();
  }

  private static boolean taken(String key, List<ChildStage> children) {
    return children.stream().anyMatch(child -> child.key().equals(key));
  }
}

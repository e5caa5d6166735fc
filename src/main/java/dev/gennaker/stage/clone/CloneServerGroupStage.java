package dev.gennaker.stage.clone;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Resolution;
import dev.gennaker.stage.operation.Target;
import dev.gennaker.stage.operation.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deploys a copy of a server group as it runs now, with what the settings say otherwise; a deploy
 * stage below it does the work.
 */
@Component
class CloneServerGroupStage implements StageType<CloneServerGroup> {

  private final Targets targets;
  private final Clouds clouds;
  private final Permissions permissions;

  CloneServerGroupStage(Targets targets, Clouds clouds, Permissions permissions) {
    this.targets = targets;
    this.clouds = clouds;
    this.permissions = permissions;
  }

  @Override
  public String type() {
    return "cloneServerGroup";
  }

  @Override
  public String label() {
    return "Clone server group";
  }

  @Override
  public String description() {
    return "Deploys a copy of a server group that runs, with another image, size or strategy.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "copy";
  }

  @Override
  public Class<CloneServerGroup> settings() {
    return CloneServerGroup.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Map<String, Object> shown = new HashMap<>(settings);
    shown.putIfAbsent("cluster", settings.getOrDefault("targetCluster", "?"));
    Object source = settings.get("source") instanceof Map<?, ?> map ? Source.name(map) : null;
    String from = source == null ? Target.headline(shown) : String.valueOf(source);
    Object image = settings.get("imageId");
    Object strategy = settings.get("strategy");
    return from
        + (image == null ? "" : ", image " + image)
        + (strategy == null || strategy.equals("") ? "" : ", " + words(String.valueOf(strategy)));
  }

  private static String words(String strategy) {
    return strategy
        .replaceFirst("(?i)^rolling", "rolling ")
        .replaceFirst("(?i)redblack$", "red/black");
  }

  @Override
  public List<Problem> check(CloneServerGroup settings) {
    return Source.problems(settings);
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("deploy.server.groups", "deploy.account.name", "serverGroups"));
  }

  @Override
  public Outcome run(CloneServerGroup settings, StageContext context) {
    if (!context.children().isEmpty()) {
      return Outcome.done(context.children().getFirst().outputs());
    }
    return switch (targets.resolve(Source.target(settings))) {
      case Resolution.Instead(Outcome outcome) -> outcome;
      case Resolution.Found(List<ServerGroup> found) -> copies(found, settings, context);
    };
  }

  private Outcome copies(List<ServerGroup> found, CloneServerGroup settings, StageContext context) {
    List<Map<String, Object>> entries = new ArrayList<>();
    List<String> places = Source.places(settings, found);
    for (int i = 0; i < places.size(); i++) {
      ServerGroup source = found.get(Math.min(i, found.size() - 1));
      Optional<String> refusal = refusal(source, context);
      if (refusal.isPresent()) {
        return Outcome.failed(refusal.get());
      }
      Optional<Map<String, Object>> copy;
      try {
        copy = clouds.ofAccount(source.id().account()).flatMap(cloud -> cloud.copy(source.id()));
      } catch (RuntimeException e) {
        return Outcome.lookAgain(
            Duration.ofSeconds(5),
            "The definition of %s cannot be read, it is tried again: %s"
                .formatted(source.name(), e.getMessage()));
      }
      if (copy.isEmpty()) {
        return Outcome.failed(
            "%s in %s cannot be copied: it is gone, or nobody can tell its definition"
                .formatted(source.name(), source.id().region()));
      }
      entries.add(
          Blueprint.of(
              source, copy.get(), Source.account(settings, source), places.get(i), settings));
    }
    return new Outcome.Expanded(List.of(deploy(entries, found)), Map.of());
  }

  private static ChildStage deploy(List<Map<String, Object>> entries, List<ServerGroup> found) {
    String names = String.join(", ", found.stream().map(ServerGroup::name).distinct().toList());
    return new ChildStage(
        "deploy",
        "deploy",
        "Deploy a copy of " + names,
        List.of(),
        Map.of("clusters", entries),
        false);
  }

  /** A definition may hold what only readers of its application may see. */
  private Optional<String> refusal(ServerGroup source, StageContext context) {
    String owner = source.application();
    return owner.isEmpty()
            || owner.equals(context.application())
            || permissions.allows(context.actor(), Permission.READ, owner)
        ? Optional.empty()
        : Optional.ofNullable(
            new NotPermitted(context.actor(), Permission.READ, owner).getMessage());
  }
}

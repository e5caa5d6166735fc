package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Does the same to every target: itself where there is one, by a child stage each where there are
 * several.
 */
@Component
public class PerServerGroup {

  /** What a stage made of it may put out: what the provider tells, or that of each child. */
  public static final Set<String> OUTPUTS =
      Stream.concat(Progress.OUTPUTS.stream(), Stream.of("serverGroups"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String PART = "work";

  private final Targets targets;
  private final Operations operations;

  PerServerGroup(Targets targets, Operations operations) {
    this.targets = targets;
    this.operations = operations;
  }

  /**
   * Looks at it.
   *
   * @param options what the children are given besides their target, null for what is not set
   * @param decide what to do with one server group
   */
  public Outcome run(
      StageType<?> type,
      Target target,
      Map<String, ? extends @org.jspecify.annotations.Nullable Object> options,
      StageContext context,
      Function<ServerGroup, Decision> decide) {
    if (!context.children().isEmpty()) {
      return Outcome.done(
          Map.of(
              "serverGroups",
              context.children().stream().map(StageContext.Upstream::outputs).toList()));
    }
    if (operations.began(PART, context)) {
      return operations.carryOut(PART, context, () -> unreachable(), Outcome::done);
    }
    return switch (targets.resolve(target)) {
      case Resolution.Instead(Outcome outcome) -> outcome;
      case Resolution.Found(List<ServerGroup> found) ->
          found.size() == 1
              ? operations.carryOut(
                  PART, context, () -> decide.apply(found.getFirst()), Outcome::done)
              : new Outcome.Expanded(
                  found.stream().map(group -> child(type, group, options)).toList(), Map.of());
    };
  }

  /** A child stage of some type on one server group. */
  public static ChildStage child(
      StageType<?> type,
      ServerGroup group,
      Map<String, ? extends @org.jspecify.annotations.Nullable Object> options) {
    return child(type.type(), type.label(), group, options);
  }

  /** A child stage of some type on one server group; named after both. */
  public static ChildStage child(
      String type,
      String label,
      ServerGroup group,
      Map<String, ? extends @org.jspecify.annotations.Nullable Object> options) {
    Map<String, Object> settings = new HashMap<>();
    options.forEach(
        (key, value) -> {
          if (value != null) {
            settings.put(key, value);
          }
        });
    settings.put("cloudProvider", group.provider());
    settings.put("credentials", group.id().account());
    settings.put("regions", List.of(group.id().region()));
    settings.put("cluster", group.cluster());
    settings.put("serverGroupName", group.name());
    return new ChildStage(
        group.id().region() + "-" + group.name(),
        type,
        "%s in %s".formatted(label.replace("server group", group.name()), group.id().region()),
        List.of(),
        settings,
        false);
  }

  private static Decision unreachable() {
    throw new IllegalStateException("decided before");
  }
}

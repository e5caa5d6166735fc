package dev.gennaker.stage.operation;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Acts on all but some server groups of a cluster, by a child stage for each of the others. */
@Component
public class Others {

  private final Targets targets;
  private final Guards guards;

  Others(Targets targets, Guards guards) {
    this.targets = targets;
    this.guards = guards;
  }

  /**
   * How to tell who goes.
   *
   * @param keep how many stay in each region
   * @param largerFirst whether the larger stay rather than the newer
   * @param counts who is counted at all, e.g. only enabled ones
   * @param mayGo who of those may go; the others stay in any case
   */
  public record Rule(
      int keep, boolean largerFirst, Predicate<ServerGroup> counts, Predicate<ServerGroup> mayGo) {}

  /**
   * Looks at it: expands into a child for each server group that goes, is skipped where none does.
   * Never touches what this execution deployed, nor anything newer; asks traffic guards first.
   */
  public Outcome run(
      ClusterTarget on, Rule rule, StageContext context, Function<ServerGroup, ChildStage> child) {
    if (!context.children().isEmpty()) {
      return Outcome.done(
          Map.of(
              "serverGroups",
              context.children().stream().map(StageContext.Upstream::outputs).toList()));
    }
    String account = on.credentials() == null ? "" : on.credentials();
    String cluster = on.cluster() == null ? "" : on.cluster();
    List<ServerGroup> going = new ArrayList<>();
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
      going.addAll(going(all, rule, context.executionId()));
    }
    if (going.isEmpty()) {
      return new Outcome.Skipped(
          "No other server group of %s to act on in %s"
              .formatted(cluster, String.join(", ", on.places())));
    }
    return guards
        .hold(going, context)
        .orElseGet(() -> new Outcome.Expanded(going.stream().map(child).toList(), Map.of()));
  }

  /** Whether it counts as serving: enabled, or with instances up. */
  public static boolean active(ServerGroup group) {
    return !group.disabled() || group.up() > 0;
  }

  static List<ServerGroup> going(List<ServerGroup> newestFirst, Rule rule, String execution) {
    List<ServerGroup> counted = newestFirst.stream().filter(rule.counts()).toList();
    List<ServerGroup> candidates = counted.stream().filter(rule.mayGo()).toList();
    int staying = counted.size() - candidates.size();
    Instant ours =
        newestFirst.stream()
            .filter(group -> group.execution().equals(execution))
            .map(ServerGroup::createdAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    Comparator<ServerGroup> order =
        rule.largerFirst()
            ? Comparator.comparing(ServerGroup::desired).reversed()
            : (one, other) -> 0;
    return candidates.stream()
        .sorted(order)
        .skip(Math.max(0, rule.keep() - staying))
        .filter(group -> group.createdAt().isBefore(ours))
        .toList();
  }
}

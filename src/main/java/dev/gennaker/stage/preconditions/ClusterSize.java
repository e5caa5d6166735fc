package dev.gennaker.stage.preconditions;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a cluster has so many server groups in each of its regions. */
@Component
class ClusterSize {

  private final Targets targets;

  ClusterSize(Targets targets) {
    this.targets = targets;
  }

  Outcome check(CheckPrecondition settings) {
    ClusterTarget target = settings.cluster();
    String account = String.valueOf(target.credentials());
    String cluster = String.valueOf(target.cluster());
    int expected = settings.expected() == null ? 1 : settings.expected();
    String sign = sign(settings.comparison());
    Optional<Comparison> comparison = comparison(sign);
    if (comparison.isEmpty()) {
      return Outcome.failed(sign + " does not compare; take one of <, <=, ==, >=, >");
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    for (String region : target.places()) {
      Optional<Outcome> unfit = targets.unfit(account, region);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      counts.put(region, count(settings, targets.cluster(account, region, cluster)));
    }
    IntPredicate holds = comparison.get().to(expected);
    List<String> wrong =
        counts.entrySet().stream()
            .filter(count -> !holds.test((Integer) count.getValue()))
            .map(count -> "%d in %s".formatted((Integer) count.getValue(), count.getKey()))
            .toList();
    return wrong.isEmpty()
        ? Outcome.done(Map.of("serverGroups", counts))
        : new Outcome.Failed(
            "%s has the wrong number of %sserver groups in account %s: %s; expected %s %d"
                .formatted(
                    cluster,
                    onlyEnabled(settings) ? "enabled " : "",
                    account,
                    String.join(", ", wrong),
                    sign,
                    expected),
            true,
            Map.of("serverGroups", counts));
  }

  static Optional<Comparison> comparison(String sign) {
    return switch (sign(sign)) {
      case "<" -> Optional.of(expected -> actual -> actual < expected);
      case "<=" -> Optional.of(expected -> actual -> actual <= expected);
      case "==" -> Optional.of(expected -> actual -> actual == expected);
      case ">=" -> Optional.of(expected -> actual -> actual >= expected);
      case ">" -> Optional.of(expected -> actual -> actual > expected);
      default -> Optional.empty();
    };
  }

  private static String sign(@Nullable String sign) {
    return sign == null || sign.isBlank() ? "==" : sign.strip();
  }

  private static int count(CheckPrecondition settings, List<ServerGroup> groups) {
    return (int) groups.stream().filter(g -> !onlyEnabled(settings) || !g.disabled()).count();
  }

  private static boolean onlyEnabled(CheckPrecondition settings) {
    return Boolean.TRUE.equals(settings.onlyEnabledServerGroups());
  }

  /** What counts as right, given what is expected. */
  interface Comparison {
    IntPredicate to(int expected);
  }
}

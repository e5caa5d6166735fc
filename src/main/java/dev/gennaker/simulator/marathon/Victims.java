package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who dies first when there are too many. */
final class Victims {

  private Victims() {}

  /** Named ones first, then those that are least use, then by age as the definition says. */
  static List<AppInstance> pick(
      List<AppInstance> from, List<String> named, int many, AppSpec spec) {
    Set<AppInstance> doomed = new LinkedHashSet<>();
    from.stream().filter(i -> named.contains(i.id)).forEach(doomed::add);
    List<AppInstance> rest = new ArrayList<>(from);
    rest.removeAll(doomed);
    rest.sort(order(spec));
    for (AppInstance instance : rest) {
      if (doomed.size() >= many) {
        break;
      }
      doomed.add(instance);
    }
    return List.copyOf(doomed);
  }

  /** Unhealthy and unfinished ones before serving ones, then by age. */
  static Comparator<AppInstance> order(AppSpec spec) {
    Comparator<AppInstance> age =
        Comparator.comparing(i -> i.startedAt == null ? Instant.MAX : i.startedAt);
    return Comparator.comparingInt(Victims::usefulness)
        .thenComparing(spec.youngestFirst() ? age.reversed() : age);
  }

  private static int usefulness(AppInstance instance) {
    return switch (instance.condition) {
      case UNREACHABLE, UNREACHABLE_INACTIVE -> 0;
      case SCHEDULED, KILLED, FAILED, FINISHED -> 1;
      case PROVISIONED -> 2;
      case STARTING -> 3;
      case RUNNING -> instance.healthy() ? 5 : 4;
    };
  }

  /** Up, healthy and ready: what a deployment waits for. */
  static boolean good(AppInstance instance) {
    return instance.serving()
        && instance.healthy()
        && (instance.spec.readinessCheck() == null || instance.ready || instance.startedBy == null);
  }
}

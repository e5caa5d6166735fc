package dev.gennaker.api;

import dev.gennaker.cloud.ServerGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which server group Spinnaker's names for targets mean. */
final class TargetPick {

  private TargetPick() {}

  /**
   * @param newestFirst the server groups of one cluster in one region
   * @param validateOldest whether the only one there is counts as no oldest
   */
  static Optional<ServerGroup> pick(
      String target, List<ServerGroup> newestFirst, boolean validateOldest) {
    int size = newestFirst.size();
    if (size == 0) {
      return Optional.empty();
    }
    return switch (target.toLowerCase(Locale.ROOT)) {
      case "current" -> Optional.of(newestFirst.getFirst());
      case "previous" -> size > 1 ? Optional.of(newestFirst.get(1)) : Optional.empty();
      case "oldest" ->
          size > 1 || !validateOldest ? Optional.of(newestFirst.getLast()) : Optional.empty();
      case "largest" ->
          newestFirst.stream()
              .max(Comparator.<ServerGroup>comparingInt(group -> group.instances().size()));
      case "fail" -> size == 1 ? Optional.of(newestFirst.getFirst()) : Optional.empty();
      default ->
          throw Unprocessable.at(
              "target",
              "There is no target " + target + ".",
              "Take one of current, previous, oldest, largest, fail.");
    };
  }
}

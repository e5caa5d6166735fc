package dev.gennaker.stage.operation;

import dev.gennaker.cloud.ServerGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which server group of a cluster is meant; Spinnaker's targets and selection strategies. */
public enum Pick {
  NEWEST("newest"),
  PREVIOUS("previous"),
  OLDEST("oldest"),
  LARGEST("largest"),
  /** The only one there is. */
  ONLY("only");

  private final String words;

  Pick(String words) {
    this.words = words;
  }

  /**
   * Reads {@code current_asg_dynamic}, {@code ancestor_asg}, {@code OLDEST} and the like, in any
   * case; empty for a word nobody knows.
   */
  public static Optional<Pick> parse(String text) {
    String word =
        text.strip().toLowerCase(Locale.ROOT).replaceAll("_dynamic$", "").replaceAll("_asg$", "");
    return Optional.ofNullable(
        switch (word) {
          case "current", "newest" -> NEWEST;
          case "ancestor", "previous" -> PREVIOUS;
          case "oldest" -> OLDEST;
          case "largest" -> LARGEST;
          case "fail", "only" -> ONLY;
          default -> null;
        });
  }

  /**
   * Takes one of a cluster's server groups; empty where there is none such. The oldest of a single
   * one is none: destroying the oldest must not hit the newest.
   *
   * @param newestFirst the candidates, newest first
   */
  public Optional<ServerGroup> from(List<ServerGroup> newestFirst) {
    int count = newestFirst.size();
    return switch (this) {
      case NEWEST -> newestFirst.stream().findFirst();
      case PREVIOUS -> count > 1 ? Optional.of(newestFirst.get(1)) : Optional.empty();
      case OLDEST -> count > 1 ? Optional.of(newestFirst.getLast()) : Optional.empty();
      // max() takes the last of equals: asking in reverse makes that the newest.
      case LARGEST -> newestFirst.reversed().stream().max(Comparator.comparing(ServerGroup::up));
      case ONLY -> count == 1 ? Optional.of(newestFirst.getFirst()) : Optional.empty();
    };
  }

  /** How people say it. */
  public String words() {
    return words;
  }
}

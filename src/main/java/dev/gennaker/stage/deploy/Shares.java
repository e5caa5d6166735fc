package dev.gennaker.stage.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Percentages, and what they are of a number of instances. */
final class Shares {

  private Shares() {}

  /** So many instances, rounded up. */
  static int of(int size, int percentage) {
    return (int) ((size * (long) percentage + 99) / 100);
  }

  /** 1 to 100; empty for anything else. */
  static Optional<Integer> percentage(@Nullable Object written) {
    return ClusterEntry.whole(String.valueOf(written).replaceAll("\\s*%$", ""))
        .filter(number -> number >= 1 && number <= 100);
  }

  /** What was written as a list, or in one text with commas between. */
  static List<Object> written(@Nullable Object list) {
    if (list instanceof List<?> many) {
      return new ArrayList<>(many);
    }
    return list == null
        ? List.of()
        : Stream.of(String.valueOf(list).split("[,;\\s]+", -1))
            .filter(part -> !part.isBlank())
            .map(Object.class::cast)
            .toList();
  }

  /**
   * The steps of a rolling red/black, ascending, with 100 at the end. What cannot be read is left
   * out: the check tells of it.
   */
  static List<Integer> steps(@Nullable Object targetPercentages) {
    return Stream.concat(
            written(targetPercentages).stream().flatMap(one -> percentage(one).stream()),
            Stream.of(100))
        .sorted()
        .distinct()
        .toList();
  }
}

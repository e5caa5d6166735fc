package dev.gennaker.execution;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of those that are not over.
 *
 * @param words part of an id, an application, a name or what is waited for; empty for all
 * @param after the {@link Standing#cursor} to go on behind; null for the beginning
 * @param limit at most 500
 */
public record StandingQuery(String words, @Nullable String after, int limit) {

  /** The longest first. */
  public static StandingQuery longest(String words, int limit) {
    return new StandingQuery(words, null, limit);
  }

  /** Whether it begins at the beginning, or behind a cursor that is one. */
  public boolean isPossible() {
    return after == null || position().isPresent();
  }

  record Position(Instant since, String id) {}

  /** Empty for the beginning, and for a cursor that is none. */
  Optional<Position> position() {
    int slash = after == null ? -1 : after.indexOf('/');
    if (after == null || slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Position(Instant.parse(after.substring(0, slash)), after.substring(slash + 1)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}

package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Version numbers: the newest version's plus one, modulo a thousand, skipping those taken. */
final class Sequence {

  private static final int NUMBERS = 1000;

  private Sequence() {}

  /**
   * The next number; empty when all are taken.
   *
   * @param versions the versions there are
   * @param refused further numbers that cannot be had
   */
  static Optional<Integer> next(List<App> versions, Set<Integer> refused) {
    Set<Integer> taken = new HashSet<>(refused);
    versions.forEach(app -> taken.add(number(app)));
    int start =
        versions.stream()
            .max(Comparator.comparing(Sequence::createdAt).thenComparing(Sequence::number))
            .map(newest -> number(newest) + 1)
            .orElse(0);
    for (int i = 0; i < NUMBERS; i++) {
      int candidate = (start + i) % NUMBERS;
      if (!taken.contains(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static int number(App app) {
    String name = app.id().substring(app.id().lastIndexOf('/') + 1);
    Integer number = Moniker.parse(name).sequence();
    return number == null ? -1 : number;
  }

  private static Instant createdAt(App app) {
    try {
      return Instant.parse(app.label(Label.CREATED));
    } catch (DateTimeParseException e) {
      return Objects.requireNonNullElse(app.configuredAt(), Instant.EPOCH);
    }
  }
}

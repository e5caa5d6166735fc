package dev.gennaker.execution;

import dev.gennaker.stage.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a stage may start: Spinnaker's {@code restrictedExecutionWindow}, with a {@code timeZone} of
 * its own.
 *
 * @param days 1 for Sunday to 7 for Saturday; empty for every day
 * @param hours within a day; empty for all day
 * @param jitter a random delay behind the opening; null for none
 */
record ExecutionWindow(
    ZoneId zone, Set<Integer> days, List<Hours> hours, ExecutionWindow.@Nullable Jitter jitter) {

  /** Further ahead than any week's rules can open; also passes a clock change. */
  private static final int DAYS_AHEAD = 9;

  private static final int SUNDAY = 7;

  /** From a minute to a minute, both included; one that ends before it starts crosses midnight. */
  record Hours(LocalTime from, LocalTime to) {

    boolean holds(LocalTime time) {
      LocalTime end = to.plusMinutes(1);
      boolean untilMidnight = end.equals(LocalTime.MIDNIGHT);
      return to.isBefore(from)
          ? !time.isBefore(from) || time.isBefore(end)
          : !time.isBefore(from) && (untilMidnight || time.isBefore(end));
    }
  }

  /**
   * @param least seconds
   * @param most seconds
   * @param skipManual whether runs started by hand do without
   */
  record Jitter(long least, long most, boolean skipManual) {}

  /**
   * Reads one.
   *
   * @param usual the zone where it says none
   * @param problems gets what is wrong; paths start at {@code $}, the window
   */
  static ExecutionWindow read(Map<?, ?> written, ZoneId usual, List<Problem> problems) {
    return new WindowReader(written, problems).read(usual);
  }

  boolean open(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    int day = there.getDayOfWeek().getValue() % SUNDAY + 1;
    return (days.isEmpty() || days.contains(day))
        && (hours.isEmpty() || hours.stream().anyMatch(h -> h.holds(there.toLocalTime())));
  }

  /** The first moment from then on at which it is open; empty where it never opens. */
  Optional<Instant> opening(Instant from) {
    if (open(from)) {
      return Optional.of(from);
    }
    return candidates(from).stream()
        .filter(at -> at.isAfter(from) && open(at))
        .sorted()
        .findFirst();
  }

  /** Seconds behind the opening, the same on every node and after a crash. */
  Duration delay(String stageId, int attempt, boolean manual) {
    if (jitter == null || (manual && jitter.skipManual()) || jitter.most() <= 0) {
      return Duration.ZERO;
    }
    long span = Math.max(0, jitter.most() - jitter.least());
    long seconds =
        jitter.least() + new Random((stageId + "-" + attempt).hashCode()).nextLong(span + 1);
    return Duration.ofSeconds(seconds);
  }

  /** "Mon-Fri 09:00-17:00 Europe/Berlin", for people. */
  String words() {
    String when =
        hours.isEmpty()
            ? "all day"
            : String.join(", ", hours.stream().map(h -> h.from() + "–" + h.to()).toList());
    String on =
        days.isEmpty()
            ? ""
            : String.join(", ", days.stream().sorted().map(WindowReader::dayName).toList()) + " ";
    return on + when + " " + zone;
  }

  /** Every start of a day or of hours in the days ahead; it can open at no other moment. */
  private Set<Instant> candidates(Instant from) {
    Set<Instant> candidates = new LinkedHashSet<>();
    LocalDate today = from.atZone(zone).toLocalDate();
    List<LocalTime> starts = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
    hours.forEach(h -> starts.add(h.from()));
    for (int i = 0; i < DAYS_AHEAD; i++) {
      for (LocalTime start : starts) {
        candidates.add(today.plusDays(i).atTime(start).atZone(zone).toInstant());
      }
    }
    return candidates;
  }

  /** A zone by name; empty for one nobody knows. */
  static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

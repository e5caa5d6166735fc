package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionWindow.Hours;
import dev.gennaker.execution.ExecutionWindow.Jitter;
import dev.gennaker.stage.Problem;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@code restrictedExecutionWindow}; what cannot be read is a problem, never a guess. */
final class WindowReader {

  private static final List<String> DAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

  private static final int LONGEST_DELAY = 86_400;

  private final Map<?, ?> written;
  private final List<Problem> problems;

  WindowReader(Map<?, ?> written, List<Problem> problems) {
    this.written = written;
    this.problems = problems;
  }

  /** "Sun" for 1. */
  static String dayName(int day) {
    return DAYS.get(day - 1);
  }

  ExecutionWindow read(ZoneId usual) {
    return new ExecutionWindow(zone(usual), days(), hours(), jitter());
  }

  private ZoneId zone(ZoneId usual) {
    Object name = written.get("timeZone");
    if (name == null || name.toString().isBlank()) {
      return usual;
    }
    return ExecutionWindow.zone(name.toString())
        .orElseGet(
            () -> {
              error(
                  "$.timeZone",
                  "Nobody knows the time zone %s.".formatted(name),
                  "Write one such as Europe/Berlin or UTC.");
              return usual;
            });
  }

  private Set<Integer> days() {
    Set<Integer> days = new LinkedHashSet<>();
    List<?> list = list("days", written.get("days"));
    for (int i = 0; i < list.size(); i++) {
      OptionalInt day = number("$.days[%d]".formatted(i), list.get(i), 1, DAYS.size());
      day.ifPresent(days::add);
    }
    return days;
  }

  private List<Hours> hours() {
    List<Hours> hours = new ArrayList<>();
    List<?> list = list("whitelist", written.get("whitelist"));
    for (int i = 0; i < list.size(); i++) {
      String path = "$.whitelist[%d]".formatted(i);
      if (!(list.get(i) instanceof Map<?, ?> range)) {
        error(path, "Hours must be an object.", "Write startHour, startMin, endHour, endMin.");
        continue;
      }
      OptionalInt startHour = number(path + ".startHour", range.get("startHour"), 0, 23);
      OptionalInt startMin = number(path + ".startMin", or(range.get("startMin"), 0), 0, 59);
      OptionalInt endHour = number(path + ".endHour", range.get("endHour"), 0, 24);
      OptionalInt endMin = number(path + ".endMin", or(range.get("endMin"), 0), 0, 59);
      if (startHour.isPresent()
          && startMin.isPresent()
          && endHour.isPresent()
          && endMin.isPresent()) {
        hours.add(
            new Hours(
                LocalTime.of(startHour.getAsInt(), startMin.getAsInt()),
                endHour.getAsInt() == 24
                    ? LocalTime.of(23, 59)
                    : LocalTime.of(endHour.getAsInt(), endMin.getAsInt())));
      }
    }
    return hours;
  }

  private @Nullable Jitter jitter() {
    Object written = this.written.get("jitter");
    if (!(written instanceof Map<?, ?> jitter)
        || !Boolean.parseBoolean(String.valueOf(jitter.get("enabled")))) {
      return null;
    }
    OptionalInt least =
        number("$.jitter.minDelay", or(jitter.get("minDelay"), 0), 0, LONGEST_DELAY);
    OptionalInt most = number("$.jitter.maxDelay", jitter.get("maxDelay"), 0, LONGEST_DELAY);
    if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
      error("$.jitter.minDelay", "It is more than maxDelay.", "Choose a smaller one.");
    }
    return new Jitter(
        least.orElse(0),
        most.orElse(0),
        Boolean.parseBoolean(String.valueOf(jitter.get("skipManual"))));
  }

  private List<?> list(String key, @Nullable Object value) {
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    error("$." + key, "It must be a list.", "Write it as a list.");
    return List.of();
  }

  private OptionalInt number(String path, @Nullable Object value, int least, int most) {
    try {
      int number = new BigDecimal(String.valueOf(value).strip()).intValueExact();
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Told below, with all other values it cannot be.
    }
    error(
        path,
        "It is %s.".formatted(value),
        "Write a whole number from %d to %d.".formatted(least, most));
    return OptionalInt.empty();
  }

  private void error(String path, String message, String fix) {
    problems.add(Problem.error(path, message, fix));
  }

  private static Object or(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }
}

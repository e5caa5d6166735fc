package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.files.LogKnobs;
import dev.gennaker.simulator.marathon.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the runs of one job behave: knobs set by API first, then labels. */
final class JobKnobs {

  private static final String PREFIX = "SIM_";
  private static final List<String> NAMES =
      List.of(
          "OFFER_SECONDS",
          "STAGE_SECONDS",
          "START_SECONDS",
          "RUN_SECONDS",
          "KILL_SECONDS",
          "EXIT_CODE",
          "FAIL",
          "FAIL_MESSAGE",
          "NEVER_ENDS",
          "NEVER_RUNNING",
          "NEVER_KILLED",
          "NO_OFFERS",
          LogKnobs.LINES,
          LogKnobs.RATE,
          LogKnobs.ERROR_RATE,
          LogKnobs.ROTATE,
          LogKnobs.LAST_LINE);

  private final Map<String, Map<String, String>> byJob = new TreeMap<>();

  /** Names as in the labels; a null value takes the knob away again. */
  void turn(String jobId, String name, @Nullable String value) {
    String upper = name.toUpperCase(Locale.ROOT);
    String key = upper.startsWith(PREFIX) ? upper : PREFIX + upper;
    if (!NAMES.contains(key.substring(PREFIX.length()))) {
      throw new IllegalArgumentException(
          "there is no knob \"%s\" of a job; there are SIM_%s"
              .formatted(name, String.join(", SIM_", NAMES)));
    }
    Map<String, String> knobs = byJob.computeIfAbsent(jobId, id -> new TreeMap<>());
    if (value == null) {
      knobs.remove(key);
    } else {
      knobs.put(key, value);
    }
  }

  double seconds(ObjectNode job, String knob, double otherwise) {
    return Math.max(0, number(job, knob, otherwise));
  }

  int whole(ObjectNode job, String knob, int otherwise) {
    return (int) number(job, knob, otherwise);
  }

  boolean on(ObjectNode job, String knob) {
    return "true".equalsIgnoreCase(value(job, knob));
  }

  /** Whether the task of that number, the first is 1, is to fail. */
  boolean fails(ObjectNode job, int number) {
    return on(job, "FAIL") || number <= number(job, "FAIL", 0);
  }

  String message(ObjectNode job, String otherwise) {
    String value = value(job, "FAIL_MESSAGE");
    return value == null ? otherwise : value;
  }

  /** How its tasks write. */
  LogKnobs log(ObjectNode job) {
    LogKnobs usual = LogKnobs.DEFAULT;
    return new LogKnobs(
        (long) seconds(job, LogKnobs.LINES, usual.lines()),
        seconds(job, LogKnobs.RATE, usual.rate()),
        seconds(job, LogKnobs.ERROR_RATE, usual.errorRate()),
        (long) seconds(job, LogKnobs.ROTATE, usual.rotate()),
        value(job, LogKnobs.LAST_LINE));
  }

  private double number(ObjectNode job, String knob, double otherwise) {
    String value = value(job, knob);
    try {
      return value == null ? otherwise : Double.parseDouble(value.trim());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private @Nullable String value(ObjectNode job, String knob) {
    Map<String, String> turned = byJob.get(Json.text(job, "id", ""));
    String set = turned == null ? null : turned.get(PREFIX + knob);
    return set != null ? set : Json.text(job.path("labels"), PREFIX + knob);
  }
}

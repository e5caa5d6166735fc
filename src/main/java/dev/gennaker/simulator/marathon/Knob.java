package dev.gennaker.simulator.marathon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The knobs of one application and what each can be turned to. */
enum Knob {
  OFFER_SECONDS(Takes.SECONDS),
  STAGE_SECONDS(Takes.SECONDS),
  START_SECONDS(Takes.SECONDS),
  HEALTHY_SECONDS(Takes.SECONDS),
  READY_SECONDS(Takes.SECONDS),
  KILL_SECONDS(Takes.SECONDS),
  NO_OFFERS(Takes.FLAG),
  NEVER_RUNNING(Takes.FLAG),
  NEVER_HEALTHY(Takes.FLAG),
  NEVER_READY(Takes.FLAG),
  NEVER_KILLED(Takes.FLAG),
  FAIL(Takes.TIMES),
  FAIL_MESSAGE(Takes.TEXT),
  CRASH_LOOP(Takes.LIFETIME),
  FINISH(Takes.LIFETIME),
  FLAP(Takes.LIFETIME),
  LOG_LINES(Takes.WHOLE),
  LOG_RATE(Takes.RATE),
  ERROR_RATE(Takes.RATE),
  LOG_ROTATE(Takes.WHOLE),
  LAST_LINE(Takes.TEXT);

  static final String PREFIX = "SIM_";

  private enum Takes {
    SECONDS(Takes.A_NUMBER, Takes.NUMBER),
    RATE("a number of lines a second from 0 to 999999999", Takes.NUMBER),
    WHOLE("a whole number from 0 to 999999999", "\\s*[0-9]{1,9}\\s*"),
    FLAG("true or false", "true|false"),
    TIMES("true, false or a whole number from 0 to 999999999", "true|false|\\s*[0-9]{1,9}\\s*"),
    LIFETIME("true, false or " + Takes.A_NUMBER, "true|false|" + Takes.NUMBER),
    TEXT("text", "(?s).*");

    private static final String A_NUMBER = "a number of seconds from 0 to 999999999";
    private static final String NUMBER = "\\s*[0-9]{1,9}([.][0-9]+)?\\s*";

    private final String words;
    private final Pattern pattern;

    Takes(String words, String pattern) {
      this.words = words;
      this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    boolean accepts(String value) {
      return pattern.matcher(value).matches();
    }
  }

  private final Takes takes;

  Knob(Takes takes) {
    this.takes = takes;
  }

  /** Its label. */
  String label() {
    return PREFIX + name();
  }

  /** By its label. */
  static Optional<Knob> of(String label) {
    return Arrays.stream(values()).filter(knob -> knob.label().equals(label)).findFirst();
  }

  /** A label as somebody wrote it by hand: in any case, with or without its beginning. */
  static String label(String written) {
    String name = written.toUpperCase(Locale.ROOT);
    return name.startsWith(PREFIX) ? name : PREFIX + name;
  }

  /** Why it cannot be turned to this; null when it can. */
  @Nullable String refusal(String value) {
    return takes.accepts(value) ? null : "must be %s, not \"%s\"".formatted(takes.words, value);
  }

  static String unknown(String written) {
    return Arrays.stream(values())
        .map(Knob::label)
        .collect(
            Collectors.joining(
                ", ", "there is no knob \"%s\" of an app; there are ".formatted(written), ""));
  }

  /** What is wrong with those labels of an application that are knobs. */
  static void check(@Nullable JsonNode labels, Problems problems) {
    if (labels == null) {
      return;
    }
    labels.forEachEntry(
        (label, value) -> {
          if (label.startsWith(PREFIX)) {
            Optional<Knob> knob = of(label);
            String wrong =
                knob.isPresent() ? knob.get().refusal(value.asString("")) : unknown(label);
            if (wrong != null) {
              problems.add("/labels/" + label, wrong);
            }
          }
        });
  }
}

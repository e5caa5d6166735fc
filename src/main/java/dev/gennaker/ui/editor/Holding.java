package dev.gennaker.ui.editor;

import dev.gennaker.stage.Field;
import dev.gennaker.stage.Setting.Kind;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.Fields.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings with which every stage may wait: for its window, and before another attempt. */
final class Holding {

  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  static final Path SWITCH = Path.of("restrictExecutionDuringTimeWindow");
  private static final String WINDOW = "restrictedExecutionWindow";
  private static final String RETRY = "retry";
  private static final Path ZONE = Path.of(WINDOW, "timeZone");
  private static final Path ON_DAYS = Path.of(WINDOW, "days");

  /** Empty objects mean nothing, so none is left behind when the last of these is taken out. */
  private static final Set<String> GROUPS = Set.of(WINDOW, RETRY);

  static final List<Field> ONLY_IN_WINDOW =
      List.of(
          RunConditions.field(
              "restrictExecutionDuringTimeWindow", "Start only in a window", "", Kind.FLAG, ""));

  static final List<Field> IN_WINDOW =
      List.of(
          group(
              WINDOW,
              "Window",
              false,
              RunConditions.field("days", "Days", "", Kind.LIST, "every day"),
              group(
                  "whitelist",
                  "Hours",
                  true,
                  RunConditions.field("startHour", "From hour", "0 to 23", Kind.NUMBER, ""),
                  RunConditions.field("startMin", "and minute", "", Kind.NUMBER, "0"),
                  RunConditions.field(
                      "endHour",
                      "To hour",
                      "Earlier than the start crosses midnight.",
                      Kind.NUMBER,
                      ""),
                  RunConditions.field("endMin", "and minute, included", "", Kind.NUMBER, "0")),
              RunConditions.field(
                  "timeZone", "Time zone", "", Kind.TEXT, "the one of the installation"),
              group(
                  "jitter",
                  "Random delay",
                  false,
                  RunConditions.field("enabled", "Start a little later", "", Kind.FLAG, ""),
                  RunConditions.field("minDelay", "At least", "", Kind.SECONDS, "0 s"),
                  RunConditions.field("maxDelay", "At most", "", Kind.SECONDS, ""),
                  RunConditions.field(
                      "skipManual", "Not for runs started by hand", "", Kind.FLAG, ""))));

  static final List<Field> EXPIRY =
      List.of(
          RunConditions.field(
              "startTimeExpiry",
              "Skip unless started before",
              "In milliseconds since 1970, usually an expression.",
              Kind.NUMBER,
              "never"));

  static final List<Field> TRY_AGAIN =
      List.of(
          group(
              RETRY,
              "Trying again",
              false,
              RunConditions.field(
                  "maxAttempts", "Attempts", "The first one included.", Kind.NUMBER, "1"),
              RunConditions.field(
                  "delayMs", "Wait before the next", "", Kind.SECONDS, "10 s", "ms"),
              RunConditions.field(
                  "backoffFactor", "Wait longer by a factor of", "", Kind.NUMBER, "1"),
              RunConditions.field(
                  "maxDelayMs", "But never longer than", "", Kind.SECONDS, "7 d", "ms"),
              RunConditions.field(
                  "onlyTransient",
                  "Only after failures that trying again may mend",
                  "",
                  Kind.FLAG,
                  "true")));

  private Holding() {}

  /** What there is to choose from for one of these settings; empty for any other. */
  static List<Choice> choices(Path path) {
    if (path.equals(ZONE)) {
      return ZoneId.getAvailableZoneIds().stream().sorted().map(Choice::of).toList();
    }
    return path.equals(ON_DAYS)
        ? IntStream.rangeClosed(1, DAYS.size())
            .mapToObj(day -> new Choice(String.valueOf(day), DAYS.get(day - 1)))
            .toList()
        : List.of();
  }

  /** A value as Spinnaker writes it: days are numbers. */
  static @Nullable JsonNode written(Path path, @Nullable JsonNode value) {
    return value != null && value.isArray() && path.equals(ON_DAYS)
        ? JsonMapper.shared()
            .valueToTree(
                value
                    .valueStream()
                    .map(
                        day ->
                            (Object)
                                (day.asString("").matches("[1-7]")
                                    ? Integer.valueOf(day.asString(""))
                                    : day))
                    .toList())
        : value;
  }

  /** The group a value stands in, where nothing is left of it without that value; else null. */
  static @Nullable Path leftEmpty(Path path, @Nullable JsonNode group) {
    boolean ours = path.steps().size() == 2 && GROUPS.contains(path.steps().getFirst());
    return ours && group != null && group.isEmpty() ? Path.of(path.steps().getFirst()) : null;
  }

  private static Field group(String key, String label, boolean many, Field... fields) {
    return new Field(
        key, label, "", false, Kind.JSON, "", null, null, List.of(), "", List.of(fields), many);
  }
}

package dev.gennaker.api;

import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.MalformedJson;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which triggers are looked for: those that hold at least what is wanted.
 *
 * @param wanted empty for all
 */
record TriggerMatch(Map<String, Object> wanted) {

  private static final int MOST_STEPS = 100_000;

  /**
   * @param trigger Base64 of a JSON object
   */
  static TriggerMatch of(@Nullable String trigger, @Nullable String eventId) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    if (trigger != null && !trigger.isBlank()) {
      try {
        wanted.putAll(Documents.plain(Documents.parse(Base64.getDecoder().decode(trigger))));
      } catch (IllegalArgumentException | MalformedJson e) {
        throw Unprocessable.at(
            "trigger",
            "It is no JSON object in Base64: " + e.getMessage(),
            "Encode an object such as {\"type\": \"manual\"}.");
      }
    }
    if (eventId != null) {
      wanted.put("eventId", eventId);
    }
    return new TriggerMatch(wanted);
  }

  /** Whether every trigger fits. */
  boolean any() {
    return wanted.isEmpty();
  }

  boolean test(Map<String, Object> trigger) {
    return holds(trigger, wanted);
  }

  private static boolean holds(@Nullable Object there, @Nullable Object wanted) {
    return switch (wanted) {
      case null -> there == null;
      case Map<?, ?> map ->
          there instanceof Map<?, ?> has
              && map.entrySet().stream()
                  .allMatch(each -> holds(has.get(each.getKey()), each.getValue()));
      case List<?> list ->
          there instanceof List<?> has
              && list.stream().allMatch(each -> has.stream().anyMatch(one -> holds(one, each)));
      case String text -> there instanceof String has && fits(has, text);
      default -> there != null && wanted.toString().equals(there.toString());
    };
  }

  private static boolean fits(String text, String wanted) {
    if (text.equalsIgnoreCase(wanted)) {
      return true;
    }
    try {
      return Pattern.compile(wanted).matcher(new Patience(text, new int[1])).matches();
    } catch (PatternSyntaxException e) {
      return false;
    } catch (StackOverflowError e) {
      throw tooMuch();
    }
  }

  private static Unprocessable tooMuch() {
    return Unprocessable.at(
        "trigger", "A regular expression in it takes too long.", "Write a simpler one.");
  }

  /** A text that ends the search of a pattern that would go on for ever. */
  private record Patience(String text, int[] steps) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw tooMuch();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }
  }
}

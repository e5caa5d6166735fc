package dev.gennaker.ui.fields;

import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of an expression for people.
 *
 * @param line the value in one line, cut where it is long
 * @param kind what it is where that cannot be seen; empty for a text
 * @param whole all of it, or as much as anybody reads; the line itself where that is all
 */
record Becoming(String line, String kind, String whole) {

  private static final int LINE = 120;
  private static final int WHOLE = 10_000;
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Becoming of(@Nullable Object value) {
    String kind = kind(value);
    String written = value instanceof String text ? text : write(PLAIN, value);
    String line = cut(written.strip().replaceAll("\\s+", " "), LINE);
    return line.equals(written)
        ? new Becoming(line, kind, line)
        : new Becoming(
            line, kind, cut(value instanceof String ? written : write(PRETTY, value), WHOLE));
  }

  boolean isLong() {
    return !line.equals(whole);
  }

  /** Text of others, cut so that it takes no more than a few lines. */
  static String cut(String text, int most) {
    int end = Math.min(text.length(), most);
    if (end == text.length()) {
      return text;
    }
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + "…";
  }

  private static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> text.isEmpty() ? "empty text" : text.isBlank() ? "blank text" : "";
      case Number number -> "number";
      case Boolean flag -> "true or false";
      case List<?> list -> "list of " + list.size();
      case Map<?, ?> map -> "object with " + Words.count(map.size(), "key");
      default -> "";
    };
  }

  private static String write(JsonMapper mapper, @Nullable Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JacksonException e) {
      return String.valueOf(value);
    }
  }
}

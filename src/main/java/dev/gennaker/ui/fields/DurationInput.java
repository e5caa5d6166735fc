package dev.gennaker.ui.fields;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.Field;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Times as people write them: 90, 90 s, 1 h 30 min; kept as seconds or milliseconds. */
final class DurationInput {

  private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(ms|s|sec|m|min|h|d)\\b\\s*");
  private static final long[] SIZES = {86_400_000, 3_600_000, 60_000, 1000, 1};
  private static final String[] NAMES = {"d", "h", "min", "s", "ms"};

  private DurationInput() {}

  /** Milliseconds where the field's unit is {@code ms}, seconds otherwise. */
  static Input of(Field field, Consumer<@Nullable JsonNode> changed) {
    long unit = field.unit().equals("ms") ? 1 : 1000;
    TextField input = new TextField();
    input.setAriaLabel(field.label());
    input.setPlaceholder(field.placeholder().isEmpty() ? "e.g. 90 s, 10 min" : field.placeholder());
    input.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    return new FieldInput<TextField, String>(
        input,
        value -> value == null ? "" : words(value, unit),
        (box, entered) -> changed.accept(entered == null ? null : read(entered, unit)));
  }

  /**
   * A number of units from what was typed; a bare number is seconds; anything else stays as it is.
   */
  static @Nullable JsonNode read(String typed, long unit) {
    String text = typed.strip().toLowerCase(java.util.Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("\\d{1,9}")) {
      return JsonMapper.shared().valueToTree(Long.parseLong(text) * 1000 / unit);
    }
    Matcher part = PART.matcher(text);
    long millis = 0;
    int end = 0;
    while (part.lookingAt()) {
      millis += Long.parseLong(part.group(1)) * size(part.group(2));
      end = part.end();
      part.region(end, text.length());
    }
    return end == text.length() && millis % unit == 0
        ? JsonMapper.shared().valueToTree(millis / unit)
        : JsonMapper.shared().valueToTree(typed);
  }

  /** A number of units in words; anything that is no number as it is. */
  static String words(JsonNode value, long unit) {
    String text = Inputs.plain(value).strip();
    if (!text.matches("\\d{1,12}")) {
      return Inputs.plain(value);
    }
    long left = Long.parseLong(text) * unit;
    if (left == 0) {
      return "0 s";
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < SIZES.length; i++) {
      if (left >= SIZES[i]) {
        words
            .append(words.isEmpty() ? "" : " ")
            .append(left / SIZES[i])
            .append(' ')
            .append(NAMES[i]);
        left %= SIZES[i];
      }
    }
    return words.toString();
  }

  private static long size(String unit) {
    return switch (unit) {
      case "d" -> 86_400_000;
      case "h" -> 3_600_000;
      case "m", "min" -> 60_000;
      case "s", "sec" -> 1000;
      default -> 1;
    };
  }
}

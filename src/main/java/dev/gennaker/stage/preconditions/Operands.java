package dev.gennaker.stage.preconditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parameters and trigger values in an expression were, to say why it is not true. */
final class Operands {

  private static final int AT_MOST = 8;
  private static final int LONGEST = 200;
  private static final String QUOTED = "'[^']*'|\"[^\"]*\"";
  private static final Pattern OPERAND =
      Pattern.compile(
          "(?:%1$s)|\\b((?:parameters|trigger)(?:\\.\\w+(?!\\()|\\[(?:%1$s)\\])+)"
              .formatted(QUOTED));
  private static final Pattern STEP = Pattern.compile("\\w+");

  private Operands() {}

  /** Values as text by how the expression names them. */
  static Map<String, Object> of(String expression, Map<String, Object> trigger) {
    Map<String, Object> values = new LinkedHashMap<>();
    Matcher matcher = OPERAND.matcher(expression);
    while (matcher.find() && values.size() < AT_MOST) {
      @Nullable String operand = matcher.group(1);
      @Nullable Object value = operand == null ? null : value(operand, trigger);
      if (operand != null && value != null) {
        String text = String.valueOf(value);
        values.put(operand, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
      }
    }
    return values;
  }

  private static @Nullable Object value(String operand, Map<String, Object> trigger) {
    List<String> steps = STEP.matcher(operand).results().map(step -> step.group()).toList();
    @Nullable Object value =
        steps.getFirst().equals("trigger") ? trigger : trigger.get("parameters");
    for (String step : steps.subList(1, steps.size())) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }
}

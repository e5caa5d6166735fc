package dev.gennaker.execution.expression;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as text, within a budget. */
final class Texts {

  private Texts() {}

  /** As Java writes it, which is what people know from Spinnaker: {@code {a=1}}, {@code [1, 2]}. */
  static String of(@Nullable Object value, Budget budget) {
    if (value instanceof String text) {
      return text;
    }
    StringBuilder written = new StringBuilder();
    write(value, written, budget);
    return written.toString();
  }

  /** For explanations: short. */
  static String brief(@Nullable Object value) {
    String text;
    try {
      text =
          switch (value) {
            case null -> "null";
            case Map<?, ?> map when map.size() > 20 -> "an object with " + map.size() + " keys";
            default -> of(value, new Budget());
          };
    } catch (ExpressionFailed tooLong) {
      return "a very large value";
    }
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private static void write(@Nullable Object value, StringBuilder out, Budget budget) {
    budget.step();
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(separator).append(entry.getKey()).append('=');
          write(entry.getValue(), out, budget);
          separator = ", ";
        }
        out.append('}');
      }
      case Iterable<?> list -> {
        out.append('[');
        for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
          write(each.next(), out, budget);
          out.append(each.hasNext() ? ", " : "");
        }
        out.append(']');
      }
      default -> {
        String text = value.toString();
        budget.text(text.length());
        out.append(text);
      }
    }
  }
}

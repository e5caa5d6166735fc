package dev.gennaker.execution.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method or function with its arguments, read leniently but refused clearly. */
record Call(String name, List<@Nullable Object> args) {

  @Nullable Object any(int i) {
    if (i >= args.size()) {
      throw new ExpressionFailed(
          "%s needs %d argument%s, it has %d"
              .formatted(name, i + 1, i == 0 ? "" : "s", args.size()));
    }
    return args.get(i);
  }

  String text(int i) {
    Object value = any(i);
    if (value == null) {
      throw new ExpressionFailed("%s: argument %d is null".formatted(name, i + 1));
    }
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : wrong(i, "text", value);
  }

  long number(int i) {
    return any(i) instanceof Number number
        ? number.longValue()
        : Long.parseLong(wrong(i, "a number", args.get(i)));
  }

  /** A position in something, refused where it is out of bounds. */
  int index(int i, int last) {
    long index = number(i);
    if (index < 0 || index > last) {
      throw new ExpressionFailed("%s: %d is outside 0 to %d".formatted(name, index, last));
    }
    return (int) index;
  }

  ExpressionFailed unknown(String on, String known) {
    return new ExpressionFailed(
        "%s() cannot be called on %s; there are %s".formatted(name, on, known));
  }

  private String wrong(int i, String wanted, @Nullable Object value) {
    throw new ExpressionFailed(
        "%s: argument %d must be %s, it is %s"
            .formatted(name, i + 1, wanted, Operators.kind(value)));
  }
}

package dev.gennaker.execution.expression;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arithmetic and comparison, as Spring's expressions do them. */
final class Operators {

  private Operators() {}

  static Object plus(@Nullable Object left, @Nullable Object right, Budget budget) {
    if (left instanceof Number a && right instanceof Number b) {
      return isWhole(a) && isWhole(b)
          ? whole(Math.addExact(a.longValue(), b.longValue()))
          : a.doubleValue() + b.doubleValue();
    }
    if (left instanceof String || right instanceof String) {
      String a = Texts.of(left, budget);
      String b = Texts.of(right, budget);
      budget.text((long) a.length() + b.length());
      return a + b;
    }
    throw unfit("+", left, right);
  }

  static Object arithmetic(String operator, @Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      throw unfit(operator, left, right);
    }
    try {
      return isWhole(a) && isWhole(b)
          ? whole(onWhole(operator, a.longValue(), b.longValue()))
          : onDecimal(operator, a.doubleValue(), b.doubleValue());
    } catch (ArithmeticException e) {
      throw new ExpressionFailed(
          "%s %s %s cannot be computed: %s".formatted(left, operator, right, e.getMessage()));
    }
  }

  private static long onWhole(String operator, long a, long b) {
    return switch (operator) {
      case "-" -> Math.subtractExact(a, b);
      case "*" -> Math.multiplyExact(a, b);
      case "/" -> a / b;
      case "%" -> a % b;
      case "^" -> new BigDecimal(Math.pow(a, b)).longValueExact();
      default -> throw new ExpressionFailed("There is no operator " + operator);
    };
  }

  private static double onDecimal(String operator, double a, double b) {
    return switch (operator) {
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      case "^" -> Math.pow(a, b);
      default -> throw new ExpressionFailed("There is no operator " + operator);
    };
  }

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return decimal(a).compareTo(decimal(b)) == 0;
    }
    return Objects.equals(left, right);
  }

  /** Null is smaller than everything, as in Spring. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    if (left instanceof Number a && right instanceof Number b) {
      return decimal(a).compareTo(decimal(b));
    }
    if (left instanceof Comparable comparable && left.getClass() == right.getClass()) {
      return comparable.compareTo(right);
    }
    throw new ExpressionFailed(
        "%s and %s cannot be compared; convert one, for example with #toInt()"
            .formatted(kind(left), kind(right)));
  }

  static boolean truth(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof String text && text.matches("(?i)true|false")) {
      return Boolean.parseBoolean(text);
    }
    throw new ExpressionFailed("%s is neither true nor false".formatted(Texts.brief(value)));
  }

  static Object whole(long number) {
    return number == (int) number ? (Object) (int) number : (Object) number;
  }

  static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "the text '" + Texts.brief(text) + "'";
      case Number number -> "the number " + number;
      case Boolean flag -> flag.toString();
      case Map<?, ?> map -> "an object";
      case Collection<?> list -> "a list";
      default -> "a date";
    };
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static ExpressionFailed unfit(
      String operator, @Nullable Object left, @Nullable Object right) {
    return new ExpressionFailed(
        "%s does not work on %s"
            .formatted(operator, String.join(" and ", List.of(kind(left), kind(right)))));
  }
}

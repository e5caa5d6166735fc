package dev.gennaker.execution.expression;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
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
          : finite(onDecimal(operator, a.doubleValue(), b.doubleValue()));
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
      case "^" -> new BigDecimal(finite(Math.pow(a, b))).longValueExact();
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

  /** Within a budget: values that share their parts are small and take for ever to compare. */
  static boolean equal(@Nullable Object left, @Nullable Object right, Budget budget) {
    budget.step();
    if (left == right) {
      return true;
    }
    if (left instanceof Number a && right instanceof Number b) {
      return numbers(a, b) == 0;
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.entrySet().stream()
              .allMatch(
                  entry ->
                      b.containsKey(entry.getKey())
                          && equal(entry.getValue(), b.get(entry.getKey()), budget));
    }
    if (left instanceof Collection<?> a && right instanceof Collection<?> b) {
      Iterator<?> other = b.iterator();
      return a.size() == b.size() && a.stream().allMatch(e -> equal(e, other.next(), budget));
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
      return numbers(a, b);
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

  private static int numbers(Number a, Number b) {
    return Double.isFinite(a.doubleValue()) && Double.isFinite(b.doubleValue())
        ? decimal(a).compareTo(decimal(b))
        : Double.compare(a.doubleValue(), b.doubleValue());
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException("the result is no number or too large");
    }
    return number;
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

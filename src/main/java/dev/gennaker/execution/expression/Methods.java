package dev.gennaker.execution.expression;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The methods expressions may call, by kind of value; there are no others. */
final class Methods {

  private Methods() {}

  static @Nullable Object call(
      Object target, String name, List<@Nullable Object> args, Budget budget) {
    Call call = new Call(name, args);
    switch (name) {
      case "toString" -> {
        if (args.isEmpty()) {
          return Texts.of(target, budget);
        }
      }
      case "equals" -> {
        return Operators.equal(target, call.any(0), budget);
      }
      case "compareTo" -> {
        return Operators.compare(target, call.any(0));
      }
      default -> {}
    }
    return switch (target) {
      case String text -> TextMethods.call(text, call, budget);
      case Number number -> number(number, call);
      case Boolean flag when name.equals("booleanValue") -> flag;
      case Map<?, ?> map -> map(map, call, budget);
      case Collection<?> list -> list(new ArrayList<>(list), call, budget);
      case ZonedDateTime time -> date(time, call);
      default -> throw call.unknown(Operators.kind(target), "toString, equals");
    };
  }

  private static Object number(Number number, Call call) {
    return switch (call.name()) {
      case "intValue" -> number.intValue();
      case "longValue" -> Operators.whole(number.longValue());
      case "doubleValue", "floatValue" -> number.doubleValue();
      default ->
          throw call.unknown("a number", "intValue, longValue, doubleValue, toString, equals");
    };
  }

  private static @Nullable Object map(Map<?, ?> map, Call call, Budget budget) {
    budget.steps(map.size());
    return switch (call.name()) {
      case "get" -> Navigation.at(map, call.any(0));
      case "getOrDefault" -> {
        Object value = Navigation.at(map, call.any(0));
        yield value == null && !has(map, call.any(0)) ? call.any(1) : value;
      }
      case "containsKey" -> has(map, call.any(0));
      case "containsValue" -> index(map.values(), call.any(0), budget) >= 0;
      case "keySet" -> new ArrayList<>(map.keySet());
      case "values" -> new ArrayList<>(map.values());
      case "size" -> map.size();
      case "isEmpty" -> map.isEmpty();
      default ->
          throw call.unknown(
              "an object",
              "get, getOrDefault, containsKey, containsValue, keySet, values, size, isEmpty");
    };
  }

  private static boolean has(Map<?, ?> map, @Nullable Object key) {
    return key instanceof String name && map.containsKey(name);
  }

  private static int index(Collection<?> list, @Nullable Object wanted, Budget budget) {
    int at = 0;
    for (Object each : list) {
      if (Operators.equal(each, wanted, budget)) {
        return at;
      }
      at++;
    }
    return -1;
  }

  private static String join(List<?> list, String between, Budget budget) {
    StringJoiner joined = new StringJoiner(between);
    for (Object each : list) {
      String text = Texts.of(each, budget);
      budget.text((long) text.length() + between.length());
      joined.add(text);
    }
    return joined.toString();
  }

  private static @Nullable Object list(List<?> list, Call call, Budget budget) {
    budget.steps(list.size() / 100);
    return switch (call.name()) {
      case "size" -> list.size();
      case "isEmpty" -> list.isEmpty();
      case "get" -> list.get(call.index(0, list.size() - 1));
      case "contains" -> index(list, call.any(0), budget) >= 0;
      case "containsAll" ->
          call.any(0) instanceof Collection<?> all
              && all.stream().allMatch(each -> index(list, each, budget) >= 0);
      case "indexOf" -> index(list, call.any(0), budget);
      case "subList" -> subList(list, call, budget);
      case "join" -> join(list, call.text(0), budget);
      default ->
          throw call.unknown(
              "a list", "size, isEmpty, get, contains, containsAll, indexOf, subList, join");
    };
  }

  private static List<?> subList(List<?> list, Call call, Budget budget) {
    int from = call.index(0, list.size());
    int to = call.index(1, list.size());
    if (to < from) {
      throw new ExpressionFailed("subList: %d is before %d".formatted(to, from));
    }
    budget.steps(to - from);
    return new ArrayList<>(list.subList(from, to));
  }

  private static Object date(ZonedDateTime time, Call call) {
    try {
      return switch (call.name()) {
        case "plusDays" -> time.plusDays(call.number(0));
        case "minusDays" -> time.minusDays(call.number(0));
        case "plusHours" -> time.plusHours(call.number(0));
        case "minusHours" -> time.minusHours(call.number(0));
        case "plusMinutes" -> time.plusMinutes(call.number(0));
        case "minusMinutes" -> time.minusMinutes(call.number(0));
        case "getYear" -> time.getYear();
        case "getMonthValue" -> time.getMonthValue();
        case "getDayOfMonth" -> time.getDayOfMonth();
        case "getHour" -> time.getHour();
        case "getMinute" -> time.getMinute();
        case "getDayOfWeek" -> time.getDayOfWeek().name();
        case "toEpochMilli", "getTime" -> time.toInstant().toEpochMilli();
        case "format" -> time.format(DateTimeFormatter.ofPattern(call.text(0)));
        default ->
            throw call.unknown(
                "a date",
                "plusDays, minusDays, plusHours, minusHours, plusMinutes, minusMinutes, getYear,"
                    + " getMonthValue, getDayOfMonth, getHour, getMinute, getDayOfWeek,"
                    + " toEpochMilli, format");
      };
    } catch (java.time.DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new ExpressionFailed(call.name() + ": " + e.getMessage());
    }
  }
}

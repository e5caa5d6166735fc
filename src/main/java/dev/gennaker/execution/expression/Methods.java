package dev.gennaker.execution.expression;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        return Operators.equal(target, call.any(0));
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
      case Map<?, ?> map -> map(map, call);
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

  private static @Nullable Object map(Map<?, ?> map, Call call) {
    return switch (call.name()) {
      case "get" -> map.get(call.any(0));
      case "getOrDefault" -> map.containsKey(call.any(0)) ? map.get(call.any(0)) : call.any(1);
      case "containsKey" -> map.containsKey(call.any(0));
      case "containsValue" -> map.containsValue(call.any(0));
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

  private static @Nullable Object list(List<?> list, Call call, Budget budget) {
    return switch (call.name()) {
      case "size" -> list.size();
      case "isEmpty" -> list.isEmpty();
      case "get" -> list.get(call.index(0, list.size() - 1));
      case "contains" -> list.contains(call.any(0));
      case "containsAll" -> call.any(0) instanceof Collection<?> all && list.containsAll(all);
      case "indexOf" -> list.indexOf(call.any(0));
      case "subList" ->
          List.copyOf(list.subList(call.index(0, list.size()), call.index(1, list.size())));
      case "join" ->
          String.join(call.text(0), list.stream().map(each -> Texts.of(each, budget)).toList());
      default ->
          throw call.unknown(
              "a list", "size, isEmpty, get, contains, containsAll, indexOf, subList, join");
    };
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

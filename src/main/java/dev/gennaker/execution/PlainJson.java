package dev.gennaker.execution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as they come back from the journal: null, text, booleans, numbers, lists and maps with
 * text keys, all unmodifiable. What stages hand out is brought into that form before it is used, so
 * that a run reads the same before and after it was stored.
 */
final class PlainJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlainJson() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, ?> map) {
    return map.isEmpty() ? Map.of() : (Map<String, Object>) plainMap(map);
  }

  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag;
      case Integer number -> number;
      case Long number -> small(number);
      case Double number -> Double.isFinite(number) ? number : String.valueOf(number);
      case Short number -> number.intValue();
      case Byte number -> number.intValue();
      case BigInteger number -> number.bitLength() < 64 ? small(number.longValue()) : number;
      case BigDecimal number -> number.doubleValue();
      case Number number -> plain(number.doubleValue());
      case Map<?, ?> map -> plainMap(map);
      case Iterable<?> list -> plainList(list);
      case Enum<?> constant -> constant.name();
      case CharSequence text -> text.toString();
      case java.time.temporal.Temporal time -> time.toString();
      default -> plain(JSON.convertValue(value, Object.class));
    };
  }

  /** Whether a value would take more than so many characters as JSON, roughly. */
  static boolean weighsMoreThan(int most, @Nullable Object value) {
    return weight(most, value, 0) > most;
  }

  /** What was counted, or more than the most as soon as that is sure. */
  private static int weight(int most, @Nullable Object value, int before) {
    int weight = before + 4;
    switch (value) {
      case CharSequence text -> weight += text.length();
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          weight = weight(most, entry.getKey(), weight);
          weight = weight(most, entry.getValue(), weight);
          if (weight > most) {
            break;
          }
        }
      }
      case Iterable<?> list -> {
        for (Object each : list) {
          weight = weight(most, each, weight);
          if (weight > most) {
            break;
          }
        }
      }
      case null, default -> {}
    }
    return weight;
  }

  private static Object small(long number) {
    return number == (int) number ? (Object) (int) number : (Object) number;
  }

  private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
    return Collections.unmodifiableMap(plain);
  }

  private static List<@Nullable Object> plainList(Iterable<?> list) {
    List<@Nullable Object> plain = new ArrayList<>();
    list.forEach(value -> plain.add(plain(value)));
    return Collections.unmodifiableList(plain);
  }
}

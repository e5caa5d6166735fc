package dev.gennaker.execution.expression;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as plain JSON values, copied within a budget: shared parts must not explode later. */
final class Plain {

  private Plain() {}

  static @Nullable Object of(@Nullable Object value, Budget budget) {
    budget.step();
    return switch (value) {
      case null -> null;
      case String text -> {
        budget.text(text.length());
        yield text;
      }
      case ZonedDateTime time -> time.toInstant().toString();
      case Float number -> number.doubleValue();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), of(each, budget)));
        yield Collections.unmodifiableMap(copy);
      }
      case Iterable<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(of(each, budget)));
        yield Collections.unmodifiableList(copy);
      }
      default -> value;
    };
  }
}

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

  private static final int DEEPEST = 100;

  private Plain() {}

  static @Nullable Object of(@Nullable Object value, Budget budget) {
    return of(value, 0, budget);
  }

  private static @Nullable Object of(@Nullable Object value, int depth, Budget budget) {
    budget.step();
    if (depth > DEEPEST) {
      throw new ExpressionFailed("Its value nests deeper than %d levels".formatted(DEEPEST));
    }
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
        map.forEach((key, each) -> copy.put(String.valueOf(key), of(each, depth + 1, budget)));
        yield Collections.unmodifiableMap(copy);
      }
      case Iterable<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(of(each, depth + 1, budget)));
        yield Collections.unmodifiableList(copy);
      }
      default -> value;
    };
  }
}

package dev.gennaker.api;

import dev.gennaker.execution.ExecutionStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what query strings hold. */
final class Query {

  static final int MOST = 500;

  private Query() {}

  static int limit(int limit) {
    if (limit < 1) {
      throw Unprocessable.at("limit", "limit must be 1 or more.", "Ask for at least one.");
    }
    return Math.min(limit, MOST);
  }

  /** {@code a,b}; empty for none. */
  static List<String> list(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  static Set<ExecutionStatus> statuses(@Nullable String text) {
    Set<ExecutionStatus> statuses = new LinkedHashSet<>();
    List<String> known = new ArrayList<>();
    for (ExecutionStatus status : ExecutionStatus.values()) {
      known.add(status.name());
    }
    for (String name : list(text)) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (!known.contains(upper)) {
        throw Unprocessable.at(
            "statuses",
            "There is no status " + name + ".",
            "Take one of " + String.join(", ", known) + ".");
      }
      statuses.add(ExecutionStatus.valueOf(upper));
    }
    return statuses;
  }
}

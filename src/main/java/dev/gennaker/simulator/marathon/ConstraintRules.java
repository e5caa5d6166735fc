package dev.gennaker.simulator.marathon;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which placement constraints make sense. */
final class ConstraintRules {

  private ConstraintRules() {}

  /** What is wrong with a constraint, or null. */
  static @Nullable String wrong(JsonNode constraint) {
    if (constraint.size() < 2 || constraint.size() > 3) {
      return "Each constraint must have either 2 or 3 fields";
    }
    String value = constraint.size() == 3 ? constraint.get(2).asString() : null;
    return switch (constraint.get(1).asString()) {
      case "UNIQUE" -> value == null ? null : "UNIQUE does not accept a value";
      case "CLUSTER" -> null;
      case "IS" -> value == null ? "IS requires a value" : null;
      case "GROUP_BY" ->
          value == null || number(value)
              ? null
              : "GROUP BY must define an integer value or else no value at all";
      case "MAX_PER" -> value != null && number(value) ? null : "MAX_PER requires an integer value";
      case "LIKE", "UNLIKE" -> regex(value);
      default ->
          "operator must be one of the following UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE"
              + " or IS";
    };
  }

  private static boolean number(String text) {
    return text.matches("-?\\d{1,9}");
  }

  private static @Nullable String regex(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "LIKE and UNLIKE require a non-empty, regular expression value";
    }
    try {
      Pattern.compile(value);
      return null;
    } catch (PatternSyntaxException e) {
      return "is not a valid regular expression";
    }
  }
}

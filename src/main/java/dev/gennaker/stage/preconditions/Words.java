package dev.gennaker.stage.preconditions;

import java.util.List;
import java.util.Map;

/** A precondition in one line. */
final class Words {

  private Words() {}

  static String of(Map<?, ?> precondition) {
    Map<?, ?> context = precondition.get("context") instanceof Map<?, ?> map ? map : Map.of();
    return switch (String.valueOf(precondition.get("type"))) {
      case "expression" -> text(context, "expression");
      case "clusterSize" ->
          "%s has %s %s server groups"
              .formatted(
                  text(context, "cluster"),
                  context.containsKey("comparison") ? text(context, "comparison") : "==",
                  context.containsKey("expected") ? text(context, "expected") : "1");
      case "stageStatus" ->
          "%s is %s".formatted(text(context, "stageName"), text(context, "stageStatus"));
      default -> "nothing";
    };
  }

  static String list(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  private static String text(Map<?, ?> context, String key) {
    Object value = context.get(key);
    return value == null ? "?" : String.valueOf(value);
  }
}

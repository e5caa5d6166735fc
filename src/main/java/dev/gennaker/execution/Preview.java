package dev.gennaker.execution;

import dev.gennaker.execution.Evaluations.Evaluation;
import dev.gennaker.execution.StagePreview.Text;
import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.execution.expression.Expressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the settings of a stage as its start would, and tells of every text apart. */
final class Preview {

  private final StageScope scope;
  private final Map<String, Object> written;
  private final Map<String, ExpressionFailed> failures = new HashMap<>();
  private final List<Text> texts = new ArrayList<>();

  private Preview(StageScope scope, Map<String, Object> written) {
    this.scope = scope;
    this.written = written;
  }

  static List<Text> of(StageScope scope, Map<String, Object> written) {
    Preview preview = new Preview(scope, written);
    preview.condition();
    Map<String, Object> evaluated = scope.evaluate();
    scope.failures().forEach(failed -> preview.failures.putIfAbsent(failed.path(), failed.why()));
    preview.below(written, evaluated, List.of(), "$");
    return preview.texts;
  }

  static Evaluation failed(ExpressionFailed why, String then) {
    return new Evaluation.None(why.expression(), why.getMessage() + then, why.values());
  }

  /** As where a stage starts: one without a value counts as false. */
  private void condition() {
    if (!(written.get("stageEnabled") instanceof Map<?, ?> condition)
        || !(condition.get("expression") instanceof String expression)
        || expression.isBlank()) {
      return;
    }
    List<Object> path = List.of("stageEnabled", "expression");
    try {
      texts.add(new Text(path, expression, new Evaluation.Value(scope.test(expression))));
    } catch (ExpressionFailed why) {
      texts.add(
          new Text(path, expression, failed(why, "; that counts as false, and it is skipped")));
    }
  }

  private void walk(@Nullable Object from, @Nullable Object to, List<Object> path, String at) {
    if (from instanceof String text && Expressions.concerns(text)) {
      @Nullable ExpressionFailed why = failures.get(at);
      if (why != null) {
        texts.add(new Text(path, text, failed(why, "")));
      } else if (!text.equals(to)) {
        texts.add(new Text(path, text, new Evaluation.Value(to)));
      }
    } else if (from instanceof Map<?, ?> map && to instanceof Map<?, ?> values) {
      below(map, values, path, at);
    } else if (from instanceof List<?> list && to instanceof List<?> values) {
      for (int i = 0; i < list.size(); i++) {
        walk(list.get(i), values.get(i), then(path, i), at + "[" + i + "]");
      }
    }
  }

  /** Both have the same order; keys that became the same are beyond telling apart. */
  private void below(Map<?, ?> map, Map<?, ?> values, List<Object> path, String at) {
    if (map.size() != values.size()) {
      return;
    }
    Iterator<?> each = values.values().iterator();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      Object value = each.next();
      if (!StageScope.UNTOUCHED.contains(key)) {
        walk(entry.getValue(), value, then(path, key), Expressions.path(at, key));
      }
    }
  }

  private static List<Object> then(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}

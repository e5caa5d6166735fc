package dev.gennaker.execution.expression;

import dev.gennaker.execution.expression.Evaluator.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.SpelNodeImpl;

/** One step along a path: {@code .name}, {@code [index]}, {@code .method()}, {@code .?[…]}. */
final class Navigation {

  private final Evaluator evaluator;
  private final Budget budget;

  Navigation(Evaluator evaluator, Budget budget) {
    this.evaluator = evaluator;
    this.budget = budget;
  }

  @Nullable Object step(SpelNode node, @Nullable Object target, @Nullable Item item) {
    budget.step();
    if (target == null) {
      if (node instanceof SpelNodeImpl safe && safe.isNullSafe()) {
        return null;
      }
      throw new ExpressionFailed(
          "There is nothing to take %s from: what stands before it is null"
              .formatted(node.toStringAST()));
    }
    return switch (node) {
      case PropertyOrFieldReference name -> property(name, target);
      case Indexer index -> index(index, target, item);
      case MethodReference method ->
          Methods.call(target, method.getName(), evaluator.children(method, item), budget);
      case Projection projection -> projected(projection, target);
      case Selection selection -> selected(selection, target);
      default -> throw new ExpressionFailed(node.toStringAST() + " is not possible here");
    };
  }

  /** At most some of the names, for an explanation. */
  static String some(Collection<String> names) {
    String listed = names.stream().sorted().limit(30).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names.size() > 30 ? listed + ", …" : listed;
  }

  private static @Nullable Object property(PropertyOrFieldReference name, Object target) {
    if (!(target instanceof Map<?, ?> map)) {
      throw new ExpressionFailed(
          "%s has no property %s; only objects have"
              .formatted(Operators.kind(target), name.getName()));
    }
    if (!map.containsKey(name.getName()) && !name.isNullSafe()) {
      throw new ExpressionFailed(
          "There is no %s; there are %s".formatted(name.getName(), some(keys(map))));
    }
    return map.get(name.getName());
  }

  private @Nullable Object index(Indexer node, Object target, @Nullable Item item) {
    SpelNode inner = node.getChild(0);
    if (target instanceof Map<?, ?> map) {
      Object key =
          inner instanceof PropertyOrFieldReference plain
              ? plain.getName()
              : evaluator.evaluate(inner, item);
      return at(map, key);
    }
    Object position = evaluator.evaluate(inner, item);
    int length =
        switch (target) {
          case List<?> list -> list.size();
          case String text -> text.length();
          default -> throw new ExpressionFailed(Operators.kind(target) + " has no parts to index");
        };
    if (!(position instanceof Number number)) {
      throw new ExpressionFailed(
          "A list is indexed by a number, not by " + Operators.kind(position));
    }
    long at = number.longValue();
    if (at < 0 || at >= length) {
      throw new ExpressionFailed(
          length == 0
              ? "It is empty, there is no [%d]".formatted(at)
              : "[%d] is outside 0 to %d".formatted(at, length - 1));
    }
    return target instanceof List<?> list
        ? list.get((int) at)
        : String.valueOf(target.toString().charAt((int) at));
  }

  /** The value of a key; only texts and numbers are keys. */
  static @Nullable Object at(Map<?, ?> map, @Nullable Object key) {
    return key instanceof String || key instanceof Number ? map.get(key.toString()) : null;
  }

  private List<@Nullable Object> projected(Projection node, Object target) {
    List<@Nullable Object> projected = new ArrayList<>();
    for (Object each : items(target)) {
      projected.add(evaluator.evaluate(node.getChild(0), new Item(each)));
    }
    return projected;
  }

  private @Nullable Object selected(Selection node, Object target) {
    List<@Nullable Object> fitting = new ArrayList<>();
    for (Object each : items(target)) {
      if (Operators.truth(evaluator.evaluate(node.getChild(0), new Item(each)))) {
        fitting.add(each);
      }
    }
    char kind = node.toStringAST().charAt(0);
    if (kind == '^' || kind == '$') {
      return fitting.isEmpty() ? null : kind == '^' ? fitting.getFirst() : fitting.getLast();
    }
    return target instanceof Map ? entries(fitting) : fitting;
  }

  /** The elements of a list, or the entries of an object as key and value. */
  private static List<?> items(Object target) {
    return switch (target) {
      case List<?> list -> list;
      case Map<?, ?> map -> {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        map.forEach(
            (key, value) -> {
              Map<String, @Nullable Object> entry = new LinkedHashMap<>();
              entry.put("key", key);
              entry.put("value", value);
              entries.add(entry);
            });
        yield entries;
      }
      default ->
          throw new ExpressionFailed(Operators.kind(target) + " has no elements to go through");
    };
  }

  private static Map<String, @Nullable Object> entries(List<?> fitting) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Object each : fitting) {
      if (each instanceof Map<?, ?> entry) {
        map.put(String.valueOf(entry.get("key")), entry.get("value"));
      }
    }
    return map;
  }

  private static List<String> keys(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).toList();
  }
}

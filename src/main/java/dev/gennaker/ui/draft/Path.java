package dev.gennaker.ui.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a value stands inside a JSON tree: keys and, in lists, indexes. Writing makes a new tree
 * that shares everything beside the way with the old one.
 *
 * @param steps a {@link String} for a key, an {@link Integer} for an index
 */
public record Path(List<Object> steps) {

  public static final Path ROOT = new Path(List.of());

  public Path {
    steps = List.copyOf(steps);
  }

  public static Path of(Object... steps) {
    return new Path(List.of(steps));
  }

  /** One step further in. */
  public Path then(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }

  /** The value there; null where there is none or it is JSON's null. */
  public @Nullable JsonNode read(JsonNode tree) {
    JsonNode at = tree;
    for (Object step : steps) {
      at = step instanceof Integer index ? at.path(index) : at.path((String) step);
    }
    return at.isMissingNode() || at.isNull() ? null : at;
  }

  /** The tree with another value there; null removes it. Missing objects on the way are made. */
  public JsonNode write(@Nullable JsonNode tree, @Nullable JsonNode value) {
    if (steps.isEmpty()) {
      return value == null ? JsonMapper.shared().nullNode() : value;
    }
    Path rest = new Path(steps.subList(1, steps.size()));
    return steps.getFirst() instanceof Integer index
        ? writeInto(tree, index, rest, value)
        : writeInto(tree, (String) steps.getFirst(), rest, value);
  }

  /** As JSON paths are written in problems: {@code .clusters[0].account}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      text.append(step instanceof Integer ? "[" + step + "]" : "." + step);
    }
    return text.toString();
  }

  private static JsonNode writeInto(
      @Nullable JsonNode tree, String key, Path rest, @Nullable JsonNode value) {
    ObjectNode copy = JsonMapper.shared().createObjectNode();
    if (tree instanceof ObjectNode object) {
      copy.setAll(object);
    }
    if (rest.steps.isEmpty() && value == null) {
      copy.remove(key);
    } else {
      copy.set(key, rest.write(copy.get(key), value));
    }
    return copy;
  }

  private static JsonNode writeInto(
      @Nullable JsonNode tree, int index, Path rest, @Nullable JsonNode value) {
    ArrayNode copy = JsonMapper.shared().createArrayNode();
    if (tree instanceof ArrayNode array) {
      copy.addAll(array);
    }
    if (rest.steps.isEmpty() && value == null) {
      if (index < copy.size()) {
        copy.remove(index);
      }
    } else if (index < copy.size()) {
      copy.set(index, rest.write(copy.get(index), value));
    } else {
      copy.add(rest.write(null, value));
    }
    return copy;
  }
}

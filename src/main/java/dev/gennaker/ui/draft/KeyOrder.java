package dev.gennaker.ui.draft;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the order of keys an author chose, where an editor gives back a map without order. */
public final class KeyOrder {

  private KeyOrder() {}

  /** The new value with its keys in the order of the old one, further keys after them. */
  public static JsonNode like(@Nullable JsonNode old, JsonNode value) {
    if (value instanceof ObjectNode object) {
      Set<String> keys = new LinkedHashSet<>();
      if (old instanceof ObjectNode before) {
        keys.addAll(before.propertyNames());
        keys.retainAll(object.propertyNames());
      }
      keys.addAll(object.propertyNames());
      ObjectNode ordered = JsonMapper.shared().createObjectNode();
      keys.forEach(
          key -> ordered.set(key, like(old == null ? null : old.get(key), object.get(key))));
      return ordered;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode ordered = JsonMapper.shared().createArrayNode();
      for (int i = 0; i < array.size(); i++) {
        ordered.add(like(old == null ? null : old.get(i), array.get(i)));
      }
      return ordered;
    }
    return value;
  }
}

package dev.gennaker.cloud.dcos.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading what people write: numbers as texts, lists as texts with commas, blanks for nothing. */
final class Nodes {

  private Nodes() {}

  /** Whether something was written there: not null, not blank, no empty list. */
  static boolean given(JsonNode node) {
    return !node.isMissingNode()
        && !node.isNull()
        && !(node.isString() && node.asString("").isBlank())
        && !(node.isContainer() && node.isEmpty());
  }

  static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
  }

  /** Whether it holds an expression, which nobody can judge before it is evaluated. */
  static boolean expression(JsonNode node) {
    return node.isString() && node.asString("").contains("${");
  }

  /** A number where a number was written as text, else the node itself. */
  static JsonNode number(JsonNode node) {
    if (node.isString()) {
      try {
        BigDecimal number = new BigDecimal(node.asString("").strip());
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() < 10;
        return whole
            ? JsonMapper.shared().getNodeFactory().numberNode(number.intValueExact())
            : JsonMapper.shared().getNodeFactory().numberNode(number.doubleValue());
      } catch (ArithmeticException | NumberFormatException e) {
        return node;
      }
    }
    return node;
  }

  /** A list, or the parts of a text between commas. */
  static List<JsonNode> list(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().toList();
    }
    List<JsonNode> parts = new ArrayList<>();
    for (String part : text(node).split(",")) {
      if (!part.isBlank()) {
        parts.add(JsonMapper.shared().getNodeFactory().stringNode(part.strip()));
      }
    }
    return parts;
  }

  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  static JsonNode missing() {
    return MissingNode.getInstance();
  }

  /** Copies a field where something was written. */
  static void copy(JsonNode from, String key, ObjectNode to, String target) {
    JsonNode value = from.path(key);
    if (given(value)) {
      to.set(target, value.deepCopy());
    }
  }
}

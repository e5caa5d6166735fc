package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees, text and time stamps as Marathon writes them. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
          .build();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ObjectNode object(String key, String value) {
    return object().put(key, value);
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ArrayNode strings(Collection<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** Reads a request body; refuses what Marathon's reader refuses, with its words. */
  static JsonNode read(byte[] body) {
    if (body.length == 0) {
      throw new Refusal(
          400,
          object("message", "Please specify data in JSON format")
              .put(
                  "details",
                  "No content to map due to end-of-input\n"
                      + " at [Source: (byte[])\"\"; line: 1, column: 0]"));
    }
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal(
          400, object("message", "Invalid JSON").put("details", e.getOriginalMessage()));
    }
  }

  /** Reads text known to be JSON. */
  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  public static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  static String stamp(Instant instant) {
    return STAMP.format(instant);
  }

  /** The same tree with whole floating numbers printed as 1 instead of 1.0. */
  static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(entry.getKey(), plain(entry.getValue()));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array();
      array.forEach(item -> copy.add(plain(item)));
      return copy;
    }
    if (node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble())) {
      long whole = (long) node.asDouble();
      return (int) whole == whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }
    return node;
  }

  /** The text of a field, or null where it is absent. */
  public static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  public static String text(JsonNode node, String field, String otherwise) {
    String value = text(node, field);
    return value == null ? otherwise : value;
  }

  public static boolean bool(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value != null && value.asBoolean(false);
  }

  public static double number(JsonNode node, String field, double otherwise) {
    JsonNode value = node.get(field);
    return value == null || !value.isNumber() ? otherwise : value.asDouble();
  }

  /** The items of an array field, none where it is absent. */
  public static Iterable<JsonNode> items(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value instanceof ArrayNode array ? array : java.util.List.of();
  }
}

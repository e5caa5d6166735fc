package dev.gennaker.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parts of a pipeline document; lenient, because what is wrong is the checks' business.
 */
public final class Documents {

  /**
   * Loses nothing: numbers keep their digits, a key given twice is refused, and what no database
   * encoding holds is escaped.
   */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Documents() {}

  /**
   * The stages in document order. Where no stage has a {@code refId} they are numbered from 0 and
   * chained, as Spinnaker does; a stage without one among others that have gets its index.
   */
  public static List<StageDefinition> stages(JsonNode document) {
    JsonNode stages = document.path("stages");
    if (!stages.isArray()) {
      return List.of();
    }
    boolean numbered = stages.valueStream().noneMatch(stage -> stage.hasNonNull("refId"));
    List<StageDefinition> read = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      JsonNode stage = stages.get(i);
      if (!stage.isObject()) {
        continue;
      }
      List<String> requisites =
          stage.path("requisiteStageRefIds").valueStream().map(Documents::text).toList();
      String type = stage.path("type").asString("");
      read.add(
          new StageDefinition(
              i,
              stage.hasNonNull("refId") ? text(stage.get("refId")) : String.valueOf(i),
              type,
              stage.path("name").asString(type),
              numbered && i > 0 ? List.of(String.valueOf(i - 1)) : requisites,
              JSON.convertValue(stage, OBJECT)));
    }
    return read;
  }

  /**
   * Reads a JSON object without losing anything of it.
   *
   * @throws MalformedJson with the place where it goes wrong
   */
  public static ObjectNode parse(String text) {
    return whole(read(() -> JSON.readTree(text)), ObjectNode.class, "object");
  }

  /** As {@link #parse(String)}, from UTF-8, UTF-16 or UTF-32. */
  public static ObjectNode parse(byte[] text) {
    return whole(read(() -> JSON.readTree(text)), ObjectNode.class, "object");
  }

  /** As {@link #parse(byte[])}, a JSON array. */
  public static ArrayNode parseList(byte[] text) {
    return whole(read(() -> JSON.readTree(text)), ArrayNode.class, "array");
  }

  /** Any JSON value as plain Java values: what settings and triggers hold. */
  public static Map<String, Object> plain(ObjectNode node) {
    return JSON.convertValue(node, OBJECT);
  }

  static String write(ObjectNode document) {
    return JSON.writeValueAsString(document);
  }

  private static @Nullable JsonNode read(Supplier<@Nullable JsonNode> tree) {
    try {
      return tree.get();
    } catch (JacksonException e) {
      throw malformed(e);
    } catch (NumberFormatException e) {
      throw new MalformedJson("A number is out of all bounds: " + e.getMessage(), 0, 0);
    }
  }

  private static <N extends JsonNode> N whole(
      @Nullable JsonNode node, Class<N> wanted, String name) {
    if (node != null && wanted.isInstance(node)) {
      requireWhole(node);
      return wanted.cast(node);
    }
    throw new MalformedJson(
        node == null || node.isMissingNode()
            ? "There is nothing; a JSON %s is expected".formatted(name)
            : "A JSON %s is expected, not %s"
                .formatted(name, node.getNodeType().name().toLowerCase(Locale.ROOT)),
        0,
        0);
  }

  /** Half a character can be escaped in JSON but not be written as UTF-8 again. */
  private static void requireWhole(JsonNode node) {
    if (node.isString()) {
      requireWhole(node.stringValue());
    }
    node.properties()
        .forEach(
            member -> {
              requireWhole(member.getKey());
              requireWhole(member.getValue());
            });
    if (node.isArray()) {
      node.forEach(Documents::requireWhole);
    }
  }

  private static void requireWhole(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new MalformedJson("A text holds half a character (a lone surrogate)", 0, 0);
    }
  }

  private static MalformedJson malformed(JacksonException e) {
    @Nullable TokenStreamLocation at = e.getLocation();
    return new MalformedJson(
        e.getOriginalMessage(), at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
  }

  /** What is asked for at the start. */
  public static List<Parameter> parameters(JsonNode document) {
    return document
        .path("parameterConfig")
        .valueStream()
        .filter(JsonNode::isObject)
        .map(Documents::parameter)
        .toList();
  }

  private static Parameter parameter(JsonNode node) {
    String name = node.path("name").asString("");
    @Nullable JsonNode standard = node.get("default");
    return new Parameter(
        name,
        node.path("label").asString(name),
        node.path("description").asString(""),
        standard == null ? null : JSON.convertValue(standard, Object.class),
        node.path("required").asBoolean(false),
        node.path("hasOptions").asBoolean(false)
            ? node.path("options").valueStream().map(o -> text(o.path("value"))).toList()
            : List.of());
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }
}

package dev.gennaker.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parts of a pipeline document; lenient, because what is wrong is the checks' business.
 */
public final class Documents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Documents() {}

  /**
   * The stages in document order. Where no stage has a {@code refId} they are numbered from 0 and
   * chained, as Spinnaker does; a stage without one among others that have gets its index.
   */
  public static List<StageDefinition> stages(JsonNode document) {
    JsonNode stages = document.path("stages");
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

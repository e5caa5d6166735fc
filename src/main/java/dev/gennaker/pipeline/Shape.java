package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether the keys Gennaker reads hold what it expects there; all other keys are the author's. */
final class Shape {

  static final int MOST_STAGES = 10_000;
  static final int LONGEST_NAME = 255;

  private static final Map<String, Kind> DOCUMENT = kinds();
  private static final Map<String, Kind> STAGE = stageKinds();

  private final List<Problem> problems = new ArrayList<>();

  private Shape() {}

  /** What is wrong with the shape; other checks make sense only without errors here. */
  static List<Problem> check(JsonNode document) {
    Shape shape = new Shape();
    shape.kinds(document, DOCUMENT, "$");
    shape.name(document, "application", "the application that owns the pipeline");
    shape.name(document, "name", "what people call the pipeline");
    shape.id(document);
    shape.stages(document.path("stages"));
    shape.parameters(document.path("parameterConfig"));
    shape.objects(document.path("triggers"), "$.triggers");
    shape.objects(document.path("notifications"), "$.notifications");
    shape.objects(document.path("expectedArtifacts"), "$.expectedArtifacts");
    return shape.problems;
  }

  private void stages(JsonNode stages) {
    if (stages.size() > MOST_STAGES) {
      error(
          "$.stages",
          "There are %d stages; %d are the most.".formatted(stages.size(), MOST_STAGES),
          "Split the pipeline and start its parts with pipeline stages.");
      return;
    }
    for (int i = 0; stages.isArray() && i < stages.size(); i++) {
      String path = "$.stages[" + i + "]";
      JsonNode stage = stages.get(i);
      if (!stage.isObject()) {
        wrong(path, "A stage", Kind.OBJECT);
        continue;
      }
      kinds(stage, STAGE, path);
      if (stage.path("type").asString("").isBlank() && !stage.path("type").isContainer()) {
        error(path + ".type", "The stage has no type.", "Say what it does, for example \"wait\".");
      }
      elements(
          stage.path("requisiteStageRefIds"), path + ".requisiteStageRefIds", Kind.TEXT_OR_NUMBER);
    }
  }

  private void parameters(JsonNode parameters) {
    objects(parameters, "$.parameterConfig");
    for (int i = 0; parameters.isArray() && i < parameters.size(); i++) {
      JsonNode parameter = parameters.get(i);
      String path = "$.parameterConfig[" + i + "]";
      if (parameter.isObject() && parameter.path("name").asString("").isBlank()) {
        error(path + ".name", "The parameter has no name.", "Name the key under which it is read.");
      }
      if (parameter.isObject()) {
        kinds(parameter, Map.of("required", Kind.FLAG, "options", Kind.LIST), path);
        objects(parameter.path("options"), path + ".options");
      }
    }
  }

  private void name(JsonNode document, String key, String meaning) {
    JsonNode value = document.path(key);
    String text = value.asString("");
    if (value.isMissingNode() || value.isNull() || value.isString() && text.isBlank()) {
      error("$." + key, "There is no " + key + ".", "Give " + meaning + ".");
    } else if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
      error(
          "$." + key,
          "The %s is longer than %d characters or holds control characters."
              .formatted(key, LONGEST_NAME),
          "Shorten it to plain text.");
    }
  }

  private void id(JsonNode document) {
    String id = document.path("id").asString("");
    if (id.length() > LONGEST_NAME || id.chars().anyMatch(c -> Character.isISOControl(c))) {
      error("$.id", "The id is too long.", "Leave it out to have one made.");
    }
  }

  private void kinds(JsonNode node, Map<String, Kind> kinds, String path) {
    kinds.forEach(
        (key, kind) -> {
          if (node.hasNonNull(key) && !kind.accepts(node.get(key))) {
            wrong(path + "." + key, key, kind);
          }
        });
  }

  private void objects(JsonNode list, String path) {
    elements(list, path, Kind.OBJECT);
  }

  private void elements(JsonNode list, String path, Kind kind) {
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      if (!kind.accepts(list.get(i))) {
        wrong(path + "[" + i + "]", "Each element", kind);
      }
    }
  }

  private void wrong(String path, String what, Kind kind) {
    error(path, what + " must be " + kind.words() + ".", kind.fix());
  }

  private void error(String path, String message, String fix) {
    problems.add(Problem.error(path, message, fix));
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (String key : List.of("application", "name", "id")) {
      kinds.put(key, Kind.TEXT);
    }
    for (String key :
        List.of("stages", "triggers", "parameterConfig", "notifications", "expectedArtifacts")) {
      kinds.put(key, Kind.LIST);
    }
    for (String key : List.of("disabled", "limitConcurrent", "keepWaitingPipelines")) {
      kinds.put(key, Kind.FLAG);
    }
    kinds.put("maxConcurrentExecutions", Kind.COUNT);
    kinds.put("index", Kind.COUNT);
    return kinds;
  }

  private static Map<String, Kind> stageKinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("type", Kind.TEXT);
    kinds.put("name", Kind.TEXT);
    kinds.put("refId", Kind.TEXT_OR_NUMBER);
    kinds.put("requisiteStageRefIds", Kind.LIST);
    for (String key :
        List.of(
            "failPipeline",
            "continuePipeline",
            "completeOtherBranchesThenFail",
            "failOnFailedExpressions",
            "markSuccessfulOnTimeout")) {
      kinds.put(key, Kind.FLAG);
    }
    kinds.put("stageTimeoutMs", Kind.NUMBER);
    kinds.put("backoffPeriodMs", Kind.NUMBER);
    kinds.put("stageEnabled", Kind.OBJECT);
    return kinds;
  }
}

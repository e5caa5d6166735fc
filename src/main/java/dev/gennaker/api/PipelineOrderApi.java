package dev.gennaker.api;

import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.stage.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What pipelines are called and where they stand in the list of their application. */
@RestController
@Tag(name = "Pipelines")
class PipelineOrderApi {

  private final Pipelines pipelines;
  private final CurrentActor current;

  PipelineOrderApi(Pipelines pipelines, CurrentActor current) {
    this.pipelines = pipelines;
    this.current = current;
  }

  @PostMapping("/api/pipelines/move")
  @Operation(
      summary = "Renames a pipeline",
      description = "`{application, from, to}`, the names before and after.")
  void move(@RequestBody ObjectNode names) {
    String application = text(names, "application");
    String from = text(names, "from");
    String to = text(names, "to");
    Actor actor = current.get();
    Pipeline found =
        pipelines
            .find(application, from, actor)
            .orElseThrow(() -> new NotFound("%s has no pipeline %s.".formatted(application, from)));
    pipelines.save(
        found.document().put("name", to), found.revision(), "Renamed from " + from, actor);
  }

  @PostMapping({"/api/actions/pipelines/reorder", "/api/pipelines/reorder"})
  @Operation(
      summary = "Puts the pipelines of an application in another order",
      description =
          "`{application, idsToIndices: {id: index}}`; those left out stay where they are. All are"
              + " moved or none.")
  void reorder(@RequestBody ObjectNode wanted) {
    String application = text(wanted, "application");
    JsonNode places = wanted.path("idsToIndices");
    if (!places.isObject()) {
      throw Unprocessable.at(
          "$.idsToIndices", "There are no places.", "Write {\"the pipeline's id\": 0, …}.");
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> byId = new LinkedHashMap<>();
    places.forEachEntry(
        (id, place) -> {
          if (place.isIntegralNumber() && place.canConvertToInt() && place.intValue() >= 0) {
            byId.put(id, place.intValue());
          } else {
            problems.add(
                Problem.error(
                    "$.idsToIndices['" + id + "']",
                    "A place must be a whole number, 0 or more.",
                    "Count from 0."));
          }
        });
    if (!problems.isEmpty()) {
      throw new Unprocessable("No pipeline was moved.", problems);
    }
    pipelines.reorder(application, byId, current.get());
  }

  private static String text(ObjectNode body, String key) {
    JsonNode value = body.path(key);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw Unprocessable.at("$." + key, "There is no " + key + ".", "Write it as text.");
    }
    return value.stringValue();
  }
}

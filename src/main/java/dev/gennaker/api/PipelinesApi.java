package dev.gennaker.api;

import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Pipelines")
class PipelinesApi {

  private final Pipelines pipelines;
  private final Executions executions;
  private final CurrentActor current;

  PipelinesApi(Pipelines pipelines, Executions executions, CurrentActor current) {
    this.pipelines = pipelines;
    this.executions = executions;
    this.current = current;
  }

  @PostMapping("/api/pipelines")
  @Operation(
      summary = "Saves a pipeline as a new revision",
      description =
          "Creates it where `id` is absent. Where the body holds `revision` (or the `updateTs` of a"
              + " revision), saving is refused with 409 if somebody saved since; staleCheck=false"
              + " saves in any case. Errors in the pipeline are refused with 422, warnings are"
              + " saved.")
  void save(
      @RequestBody ObjectNode document,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "true") boolean staleCheck) {
    store(document, message, staleCheck);
  }

  @PutMapping("/api/pipelines/{id}")
  @Operation(summary = "Saves a new revision of an existing pipeline and returns it")
  ObjectNode update(
      @PathVariable String id,
      @RequestBody ObjectNode document,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "true") boolean staleCheck) {
    if (pipelines.find(id, current.get()).isEmpty()) {
      throw new NotFound("There is no pipeline with the id " + id + ".");
    }
    return PipelineConfig.out(store(document.put("id", id), message, staleCheck));
  }

  @DeleteMapping("/api/pipelines/{application}/{name}")
  @Operation(summary = "Removes a pipeline; its revisions and executions stay as history")
  void delete(@PathVariable String application, @PathVariable String name) {
    pipelines.delete(find(application, name).id(), current.get());
  }

  @PostMapping("/api/pipelines/{application}/{nameOrId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Starts a pipeline",
      description =
          "The body is the trigger: `type` (manual), `parameters`, `artifacts`, `correlationId`"
              + " (a second start with the same one answers with the first run).")
  Ref start(
      @PathVariable String application,
      @PathVariable String nameOrId,
      @RequestBody(required = false) @Nullable ObjectNode trigger) {
    Actor actor = current.get();
    Map<String, Object> given = new LinkedHashMap<>();
    if (trigger != null) {
      given.putAll(Documents.plain(trigger));
    }
    given.putIfAbsent("type", "manual");
    given.put("user", actor.name());
    String id = executions.start(StartRequest.of(find(application, nameOrId), given), actor);
    return new Ref("/pipelines/" + id);
  }

  private Pipeline store(ObjectNode document, String message, boolean staleCheck) {
    Actor actor = current.get();
    @Nullable Integer basedOn = PipelineConfig.basedOn(document, pipelines, actor);
    return pipelines.save(document, staleCheck ? basedOn : null, message, actor);
  }

  private Pipeline find(String application, String nameOrId) {
    Actor actor = current.get();
    return pipelines
        .find(application, nameOrId, actor)
        .or(() -> pipelines.find(nameOrId, actor))
        .filter(pipeline -> pipeline.application().equalsIgnoreCase(application))
        .orElseThrow(() -> new NotFound("%s has no pipeline %s.".formatted(application, nameOrId)));
  }

  /**
   * @param ref where to look at what was started, below /api
   */
  record Ref(String ref) {}
}

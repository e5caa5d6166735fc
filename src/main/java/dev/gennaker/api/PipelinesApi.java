package dev.gennaker.api;

import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
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
  @ApiResponse(
      responseCode = "202",
      description = "Started",
      content = @Content(schema = @Schema(implementation = Ref.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The plan of a dry run",
      content = @Content(schema = @Schema(implementation = ExecutionPlan.class)))
  @Operation(
      summary = "Starts a pipeline",
      description =
          "The body is the trigger: `type` (manual), `parameters`, `artifacts`, `correlationId`"
              + " (a second start with the same one answers with the first run). With `dryRun`"
              + " nothing is started, and the plan is the answer.")
  ResponseEntity<?> start(
      @PathVariable String application,
      @PathVariable String nameOrId,
      @RequestBody(required = false) @Nullable ObjectNode trigger) {
    if (trigger != null && trigger.path("dryRun").asBoolean(false)) {
      return ResponseEntity.ok(plan(application, nameOrId, trigger));
    }
    Actor actor = current.get();
    String id = executions.start(request(application, nameOrId, trigger, actor), actor);
    return ResponseEntity.accepted().body(new Ref("/pipelines/" + id));
  }

  @PostMapping("/api/pipelines/{application}/{nameOrId}/plan")
  @Operation(
      summary = "What a start would do, without doing it",
      description =
          "The body is the trigger. Every stage with its expressions evaluated against what runs"
              + " now: what would be created, resized, disabled, destroyed, and what would stop it.")
  ExecutionPlan plan(
      @PathVariable String application,
      @PathVariable String nameOrId,
      @RequestBody(required = false) @Nullable ObjectNode trigger) {
    Actor actor = current.get();
    return executions.plan(request(application, nameOrId, trigger, actor), actor);
  }

  private StartRequest request(
      String application, String nameOrId, @Nullable ObjectNode trigger, Actor actor) {
    Map<String, Object> given = new LinkedHashMap<>();
    if (trigger != null) {
      given.putAll(Documents.plain(trigger));
    }
    given.putIfAbsent("type", "manual");
    given.put("user", actor.name());
    return StartRequest.of(find(application, nameOrId), given);
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

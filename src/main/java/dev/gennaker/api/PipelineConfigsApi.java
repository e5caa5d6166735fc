package dev.gennaker.api;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.pipeline.Revision;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.stage.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Pipelines")
class PipelineConfigsApi {

  private final Pipelines pipelines;
  private final Applications applications;
  private final KnownApplications known;
  private final CurrentActor current;

  PipelineConfigsApi(
      Pipelines pipelines,
      Applications applications,
      KnownApplications known,
      CurrentActor current) {
    this.pipelines = pipelines;
    this.applications = applications;
    this.known = known;
    this.current = current;
  }

  @GetMapping("/api/applications/{application}/pipelineConfigs")
  @Operation(summary = "The pipelines of an application, in display order")
  List<ObjectNode> list(@PathVariable String application) {
    return known.having(application, pipelines.list(application, current.get())).stream()
        .map(PipelineConfig::out)
        .toList();
  }

  @GetMapping("/api/applications/{application}/pipelineConfigs/{name}")
  @Operation(summary = "One pipeline by its name")
  ObjectNode get(@PathVariable String application, @PathVariable String name) {
    return pipelines
        .find(application, name, current.get())
        .map(PipelineConfig::out)
        .orElseThrow(() -> new NotFound("%s has no pipeline %s.".formatted(application, name)));
  }

  @GetMapping("/api/pipelineConfigs")
  @Operation(summary = "All pipelines one may read")
  List<ObjectNode> all() {
    Actor actor = current.get();
    return applications.list(actor).stream()
        .map(Application::name)
        .flatMap(application -> pipelines.list(application, actor).stream())
        .map(PipelineConfig::out)
        .toList();
  }

  @GetMapping("/api/pipelineConfigs/{id}/history")
  @Operation(summary = "Earlier revisions as they were saved, newest first")
  List<ObjectNode> history(@PathVariable String id, @RequestParam(defaultValue = "20") int limit) {
    Actor actor = current.get();
    List<Revision> revisions = pipelines.revisions(id, actor);
    if (revisions.isEmpty()) {
      throw new NotFound("There is no pipeline with the id " + id + ".");
    }
    return revisions.stream()
        .limit(Query.limit(limit))
        .flatMap(r -> pipelines.revision(id, r.number(), actor).stream())
        .map(PipelineConfig::out)
        .toList();
  }

  @PostMapping("/api/pipelines/check")
  @Operation(summary = "What is wrong with a pipeline, without saving it")
  Checked check(@RequestBody ObjectNode document) {
    return new Checked(pipelines.check(document));
  }

  record Checked(List<Problem> problems) {}
}

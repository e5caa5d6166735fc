package dev.gennaker.api;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Executions")
class ExecutionsApi {

  private final Executions executions;
  private final CurrentActor current;

  ExecutionsApi(Executions executions, CurrentActor current) {
    this.executions = executions;
    this.current = current;
  }

  @GetMapping("/api/pipelines/{id}")
  @Operation(summary = "One execution with its stages, their settings, outputs and reasons")
  ExecutionView get(@PathVariable String id) {
    return ExecutionView.of(find(id));
  }

  @GetMapping("/api/pipelines/{id}/events")
  @Operation(summary = "The journal: everything that happened in an execution, oldest first")
  List<ExecutionEvent> events(@PathVariable String id) {
    return executions.events(id, current.get());
  }

  @PutMapping({"/api/pipelines/{id}/cancel", "/api/applications/{ignored}/pipelines/{id}/cancel"})
  @Operation(summary = "Cancels at once; an execution that has ended stays as it is")
  void cancel(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    executions.cancel(id, reason, current.get());
  }

  @PutMapping("/api/pipelines/{id}/pause")
  @Operation(summary = "Starts nothing more until it is resumed")
  void pause(@PathVariable String id) {
    executions.pause(id, current.get());
  }

  @PutMapping("/api/pipelines/{id}/resume")
  @Operation(summary = "Goes on after a pause")
  void resume(@PathVariable String id) {
    executions.resume(id, current.get());
  }

  @GetMapping(value = "/api/pipelines/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Everything that happened in an execution, as one document to keep",
      description = "As retention writes it into the archive.")
  ResponseEntity<String> export(@PathVariable String id) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(find(id).id() + ".json").build().toString())
        .body(executions.export(id, current.get()));
  }

  @DeleteMapping("/api/pipelines/{id}")
  @Operation(summary = "Removes an execution that has ended")
  void delete(@PathVariable String id) {
    executions.delete(id, current.get());
  }

  private Execution find(String id) {
    return executions
        .find(id, current.get())
        .orElseThrow(() -> new NoSuchExecution("There is no execution " + id + "."));
  }
}

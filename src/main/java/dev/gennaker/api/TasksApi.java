package dev.gennaker.api;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Tasks")
class TasksApi {

  private final Jobs jobs;
  private final Executions executions;
  private final KnownApplications known;
  private final CurrentActor current;

  TasksApi(Jobs jobs, Executions executions, KnownApplications known, CurrentActor current) {
    this.jobs = jobs;
    this.executions = executions;
    this.known = known;
    this.current = current;
  }

  @PostMapping("/api/tasks")
  @Operation(
      summary = "Runs jobs outside any pipeline, one after another",
      description =
          "`{application, description, job: [{type, …}]}`: createApplication, updateApplication,"
              + " deleteApplication, or any stage type with its settings, such as resizeServerGroup"
              + " or terminateInstances.")
  PipelinesApi.Ref start(@RequestBody ObjectNode task) {
    return start(task, null);
  }

  @PostMapping("/api/applications/{application}/tasks")
  @Operation(summary = "Runs jobs on an application")
  PipelinesApi.Ref startOn(@PathVariable String application, @RequestBody ObjectNode task) {
    return start(task, application);
  }

  @GetMapping("/api/tasks/{id}")
  @Operation(summary = "How a task stands")
  TaskView get(@PathVariable String id) {
    return executions
        .find(id, current.get())
        .map(TaskView::of)
        .orElseThrow(() -> new NoSuchExecution("There is no task " + id + "."));
  }

  @GetMapping("/api/applications/{application}/tasks")
  @Operation(summary = "Tasks of an application, newest first")
  List<TaskView> list(
      @PathVariable String application,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String statuses) {
    Actor actor = current.get();
    ExecutionQuery query =
        new ExecutionQuery(
            application,
            Execution.Kind.ORCHESTRATION,
            Set.of(),
            Query.statuses(statuses),
            null,
            Query.limit(limit));
    return known.having(application, executions.list(query, actor)).stream()
        .flatMap(header -> executions.find(header.id(), actor).stream())
        .map(TaskView::of)
        .toList();
  }

  @PutMapping({"/api/tasks/{id}/cancel", "/api/applications/{ignored}/tasks/{id}/cancel"})
  @Operation(summary = "Cancels a task")
  void cancel(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    executions.cancel(id, reason, current.get());
  }

  private PipelinesApi.Ref start(ObjectNode task, @Nullable String application) {
    Jobs.Task read = jobs.read(task, application);
    String id =
        executions.start(
            StartRequest.adHoc(read.application(), read.description(), read.stages()),
            current.get());
    return new PipelinesApi.Ref("/tasks/" + id);
  }
}

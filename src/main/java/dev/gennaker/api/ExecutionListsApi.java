package dev.gennaker.api;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Executions;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Executions")
class ExecutionListsApi {

  private final Executions executions;
  private final KnownApplications known;
  private final CurrentActor current;

  ExecutionListsApi(Executions executions, KnownApplications known, CurrentActor current) {
    this.executions = executions;
    this.known = known;
    this.current = current;
  }

  @GetMapping("/api/applications/{application}/pipelines")
  @Operation(
      summary = "Executions of an application's pipelines, newest first",
      description =
          "At most `limit` of each pipeline. With expand=false stages have only a name and a"
              + " status, and no execution is read whole.")
  List<ExecutionView> ofApplication(
      @PathVariable String application,
      @RequestParam(defaultValue = "10") int limit,
      @RequestParam(required = false) @Nullable String statuses,
      @RequestParam(defaultValue = "true") boolean expand) {
    Actor actor = current.get();
    ExecutionQuery query =
        new ExecutionQuery(
            application,
            Execution.Kind.PIPELINE,
            Set.of(),
            Query.statuses(statuses),
            null,
            Query.MOST);
    Map<String, Integer> seen = new HashMap<>();
    int most = Query.limit(limit);
    return known.having(application, executions.list(query, actor)).stream()
        .filter(h -> seen.merge(String.valueOf(h.pipelineId()), 1, Integer::sum) <= most)
        .flatMap(header -> view(header, expand, actor))
        .toList();
  }

  @GetMapping("/api/executions")
  @Operation(
      summary = "Executions by their ids, or the newest of pipelines",
      description = "Either executionIds or pipelineConfigIds, separated by commas; neither: none.")
  List<ExecutionView> byIds(
      @RequestParam(required = false) @Nullable String executionIds,
      @RequestParam(required = false) @Nullable String pipelineConfigIds,
      @RequestParam(defaultValue = "1") int limit,
      @RequestParam(required = false) @Nullable String statuses,
      @RequestParam(defaultValue = "true") boolean expand) {
    Actor actor = current.get();
    List<String> ids = Query.list(executionIds);
    List<String> pipelines = Query.list(pipelineConfigIds);
    if (!ids.isEmpty() && !pipelines.isEmpty()) {
      throw Unprocessable.at(
          "executionIds",
          "Both executionIds and pipelineConfigIds are given.",
          "Give one of them.");
    }
    Set<ExecutionStatus> wanted = Query.statuses(statuses);
    if (!ids.isEmpty()) {
      return ids.stream()
          .limit(Query.MOST)
          .flatMap(id -> executions.find(id, actor).stream())
          .filter(execution -> wanted.isEmpty() || wanted.contains(execution.status()))
          .map(ExecutionView::of)
          .toList();
    }
    int most = Query.limit(limit);
    return pipelines.stream()
        .limit(Query.MOST)
        .flatMap(
            id ->
                executions
                    .list(new ExecutionQuery(null, null, Set.of(id), wanted, null, most), actor)
                    .stream())
        .flatMap(header -> view(header, expand, actor))
        .toList();
  }

  private Stream<ExecutionView> view(ExecutionHeader header, boolean expand, Actor actor) {
    return expand
        ? executions.find(header.id(), actor).map(ExecutionView::of).stream()
        : Stream.of(ExecutionView.of(header));
  }
}

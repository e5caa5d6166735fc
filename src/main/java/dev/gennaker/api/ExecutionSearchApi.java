package dev.gennaker.api;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Executions")
class ExecutionSearchApi {

  private static final String ALL = "*";

  /** More are not looked at for one answer. */
  private static final int MOST = 10_000;

  /** Where each must be read whole, for its trigger. */
  private static final int MOST_WHOLE = 1_000;

  private final Executions executions;
  private final KnownApplications known;
  private final CurrentActor current;

  ExecutionSearchApi(Executions executions, KnownApplications known, CurrentActor current) {
    this.executions = executions;
    this.known = known;
    this.current = current;
  }

  @GetMapping("/api/applications/{application}/executions/search")
  @Operation(
      summary = "Executions of pipelines by how they were triggered, newest first",
      description =
          "application: a name, or * for all one may read. trigger: Base64 of a JSON object; an"
              + " execution is found where its trigger holds all of it, texts compared without"
              + " regard to case or as regular expressions. Boundaries are ms since 1970. reverse"
              + " turns the order before the page is cut.")
  List<ExecutionView> search(
      @PathVariable String application,
      @RequestParam(required = false) @Nullable String triggerTypes,
      @RequestParam(required = false) @Nullable String pipelineName,
      @RequestParam(required = false) @Nullable String eventId,
      @RequestParam(required = false) @Nullable String trigger,
      @RequestParam(defaultValue = "0") long triggerTimeStartBoundary,
      @RequestParam(defaultValue = "9223372036854775807") long triggerTimeEndBoundary,
      @RequestParam(required = false) @Nullable String statuses,
      @RequestParam(defaultValue = "0") int startIndex,
      @RequestParam(defaultValue = "10") int size,
      @RequestParam(defaultValue = "false") boolean reverse,
      @RequestParam(defaultValue = "false") boolean expand) {
    if (startIndex < 0) {
      throw Unprocessable.at("startIndex", "startIndex must be 0 or more.", "Count from 0.");
    }
    Actor actor = current.get();
    List<String> types = Query.list(triggerTypes);
    TriggerMatch match = TriggerMatch.of(trigger, eventId);
    Predicate<ExecutionHeader> wanted =
        header ->
            (types.isEmpty() || types.contains(header.triggerType()))
                && (pipelineName == null || pipelineName.equals(header.name()))
                && header.createdAt().toEpochMilli() <= triggerTimeEndBoundary
                && (match.any() || match.test(trigger(header, actor)));
    ExecutionQuery query =
        new ExecutionQuery(
            application.equals(ALL) ? null : application,
            Execution.Kind.PIPELINE,
            Set.of(),
            Query.statuses(statuses),
            null,
            Query.MOST);
    int most = Query.limit(size);
    List<ExecutionHeader> found =
        find(
            query,
            header -> header.createdAt().toEpochMilli() >= triggerTimeStartBoundary,
            wanted,
            reverse ? Integer.MAX_VALUE : (int) Math.min((long) startIndex + most, MOST),
            match.any() ? MOST : MOST_WHOLE,
            actor);
    if (!application.equals(ALL)) {
      known.having(application, found);
    }
    return (reverse ? found.reversed() : found)
        .stream().skip(startIndex).limit(most).flatMap(h -> view(h, expand, actor)).toList();
  }

  /** Goes back in time, page by page, until there are enough or what comes is too old. */
  private List<ExecutionHeader> find(
      ExecutionQuery first,
      Predicate<ExecutionHeader> inTime,
      Predicate<ExecutionHeader> wanted,
      int enough,
      int most,
      Actor actor) {
    List<ExecutionHeader> found = new ArrayList<>();
    @Nullable String before = null;
    for (int looked = 0; looked < most; looked += Query.MOST) {
      List<ExecutionHeader> page =
          executions.list(
              new ExecutionQuery(
                  first.application(),
                  first.kind(),
                  first.pipelineIds(),
                  first.statuses(),
                  before,
                  Query.MOST),
              actor);
      for (ExecutionHeader header : page) {
        if (!inTime.test(header) || found.size() >= enough) {
          return found;
        }
        if (wanted.test(header)) {
          found.add(header);
        }
      }
      if (page.size() < Query.MOST) {
        return found;
      }
      before = page.getLast().id();
    }
    throw Unprocessable.at(
        "triggerTimeStartBoundary",
        "More than %,d executions would have to be looked at.".formatted(most),
        "Name one application or some statuses, or set a later triggerTimeStartBoundary.");
  }

  private java.util.Map<String, Object> trigger(ExecutionHeader header, Actor actor) {
    return executions.find(header.id(), actor).map(Execution::trigger).orElse(java.util.Map.of());
  }

  private Stream<ExecutionView> view(ExecutionHeader header, boolean expand, Actor actor) {
    return expand
        ? executions.find(header.id(), actor).map(ExecutionView::of).stream()
        : Stream.of(ExecutionView.of(header));
  }
}

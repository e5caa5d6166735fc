package dev.gennaker.api;

import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Executions")
class StagesApi {

  private static final String STATUS = "judgmentStatus";

  private final Executions executions;
  private final Judgments judgments;
  private final CurrentActor current;

  StagesApi(Executions executions, Judgments judgments, CurrentActor current) {
    this.executions = executions;
    this.judgments = judgments;
    this.current = current;
  }

  @PatchMapping("/api/pipelines/{id}/stages/{stageId}")
  @Operation(
      summary = "Says something to a running stage",
      description =
          "Answers a judgment with `judgmentStatus` (continue or stop), `judgmentInput` and"
              + " `reason`; ends a wait with `skipRemainingWait`; skips a stage that allows it with"
              + " `manualSkip` and `reason`; with `lock` (cancel, revert or force) and `lockId` says"
              + " what becomes of the deployment whose lock it waits for.")
  ExecutionView patch(
      @PathVariable String id, @PathVariable String stageId, @RequestBody ObjectNode said) {
    Actor actor = current.get();
    if (said.hasNonNull(STATUS)) {
      judgments.answer(
          id, stageId, decision(said), text(said, "judgmentInput"), reason(said), actor);
    } else {
      executions.signal(id, stageId, Documents.plain(said), actor);
    }
    return view(id, actor);
  }

  @PutMapping("/api/pipelines/{id}/stages/{stageId}/restart")
  @Operation(
      summary = "Runs a stage and everything after it again",
      description = "The body, if there is one, holds settings that replace the written ones.")
  ExecutionView restart(
      @PathVariable String id,
      @PathVariable String stageId,
      @RequestBody(required = false) @Nullable ObjectNode changed) {
    Actor actor = current.get();
    executions.restart(id, stageId, changed == null ? Map.of() : Documents.plain(changed), actor);
    return view(id, actor);
  }

  private ExecutionView view(String id, Actor actor) {
    return executions
        .find(id, actor)
        .map(ExecutionView::of)
        .orElseThrow(() -> new NoSuchExecution("There is no execution " + id + "."));
  }

  private static Verdict.Decision decision(ObjectNode said) {
    return switch (said.path(STATUS).asString("").toLowerCase(Locale.ROOT)) {
      case "continue" -> Verdict.Decision.CONTINUE;
      case "stop" -> Verdict.Decision.STOP;
      default ->
          throw Unprocessable.at(
              "$.judgmentStatus",
              "A judgment is answered with continue or stop.",
              "Send one of these.");
    };
  }

  private static String reason(ObjectNode said) {
    String reason = text(said, "reason");
    return reason.isEmpty() ? text(said, "judgmentReason") : reason;
  }

  /** Inputs are text; Deck sends a choice as it stands in the pipeline, which may be a number. */
  private static String text(ObjectNode said, String key) {
    JsonNode value = said.path(key);
    if (value.isContainer()) {
      throw Unprocessable.at("$." + key, key + " must be text.", "Write it in double quotes.");
    }
    return value.isNull() ? "" : value.asString("");
  }
}

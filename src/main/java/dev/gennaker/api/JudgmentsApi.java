package dev.gennaker.api;

import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Executions")
class JudgmentsApi {

  private final Judgments judgments;
  private final CurrentActor current;

  JudgmentsApi(Judgments judgments, CurrentActor current) {
    this.judgments = judgments;
    this.current = current;
  }

  @GetMapping("/api/judgments")
  @Operation(
      summary = "Judgments that wait for the caller, oldest first",
      description =
          "With mine=false all that wait in applications the caller may read. Answer with PATCH on"
              + " the stage.")
  List<Waiting> waiting(@RequestParam(defaultValue = "true") boolean mine) {
    Actor actor = current.get();
    return (mine ? judgments.waitingFor(actor) : judgments.waiting(actor))
        .stream()
            .map(judgment -> Waiting.of(judgment, judgments.mayAnswer(judgment, actor)))
            .toList();
  }

  /**
   * @param ref the stage to PATCH, below /api
   * @param judgmentInputs the choices; empty for free text
   * @param roles who may answer; empty for everybody who may judge in the application
   */
  record Waiting(
      String ref,
      String application,
      String pipeline,
      String stage,
      String instructions,
      List<String> judgmentInputs,
      List<String> roles,
      String askedBy,
      long askedAt,
      boolean mayAnswer) {

    static Waiting of(Judgment judgment, boolean mayAnswer) {
      return new Waiting(
          "/pipelines/%s/stages/%s".formatted(judgment.executionId(), judgment.stageId()),
          judgment.application(),
          judgment.pipeline(),
          judgment.stageName(),
          judgment.instructions(),
          judgment.choices(),
          judgment.roles().stream().sorted().toList(),
          judgment.askedBy(),
          judgment.askedAt().toEpochMilli(),
          mayAnswer);
    }
  }
}

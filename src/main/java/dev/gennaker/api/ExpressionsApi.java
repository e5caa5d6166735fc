package dev.gennaker.api;

import dev.gennaker.execution.Evaluations;
import dev.gennaker.execution.Evaluations.Evaluation;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Executions")
class ExpressionsApi {

  private static final String OF_RUN = "/api/pipelines/{id}/evaluateExpression";
  private static final String OF_STAGE = "/api/pipelines/{id}/{stageId}/evaluateExpression";
  private static final int LONGEST = 100_000;

  private final Evaluations evaluations;
  private final CurrentActor current;

  ExpressionsApi(Evaluations evaluations, CurrentActor current) {
    this.evaluations = evaluations;
    this.current = current;
  }

  @GetMapping({OF_RUN, OF_STAGE})
  @Operation(
      summary = "Tries an expression on an execution as it stands",
      description =
          "`expression` with its braces, as in a setting. A stage sees its settings and what came"
              + " before it; without one it is the stage that started last. `detail` says why there"
              + " is no value.")
  Evaluated get(
      @PathVariable String id,
      @PathVariable(required = false) @Nullable String stageId,
      @RequestParam String expression) {
    if (expression.length() > LONGEST) {
      throw Unprocessable.at(
          "expression", "It is longer than %,d characters.".formatted(LONGEST), "Shorten it.");
    }
    return switch (evaluations.evaluate(id, stageId, expression, current.get())) {
      case Evaluation.Value(var value) -> new Evaluated(value, Map.of());
      case Evaluation.None(var failed, var reason, var known) ->
          new Evaluated(
              expression, Map.of(failed, List.of(new Detail("ERROR", reason + ".", known))));
    };
  }

  @PostMapping(
      value = {OF_RUN, OF_STAGE},
      consumes = "text/plain")
  @Operation(summary = "As with GET, the expression in the body")
  Evaluated post(
      @PathVariable String id,
      @PathVariable(required = false) @Nullable String stageId,
      @RequestBody String expression) {
    return get(id, stageId, expression);
  }

  /**
   * @param result the value; the text as it was where there is none
   * @param detail what is wrong, by expression
   */
  record Evaluated(@Nullable Object result, Map<String, List<Detail>> detail) {}

  /**
   * @param known parts of the expression that had a value
   */
  record Detail(String level, String description, List<String> known) {}
}

package dev.gennaker.execution;

import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.pipeline.DocumentCheck;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says at save which expressions could never be evaluated. What cannot be read is an error; what
 * Spinnaker would allow but is out of reach here is a warning, so that old pipelines can be brought
 * over and mended.
 */
@Component
class ExpressionCheck implements DocumentCheck {

  @Override
  public List<Problem> check(ObjectNode document) {
    List<Problem> problems = new ArrayList<>();
    for (StageDefinition stage : Documents.stages(document)) {
      String path = "$.stages[%d]".formatted(stage.index());
      Expressions.check(
          stage.settings(),
          path,
          (at, failed) -> {
            if (!isShell(at, failed.expression())) {
              problems.add(problem(at, failed));
            }
          });
      if (stage.settings().get("stageEnabled") instanceof Map<?, ?> condition
          && condition.get("expression") instanceof String expression
          && !expression.isBlank()
          && !Expressions.concerns(expression)) {
        Expressions.checkExpression(expression)
            .forEach(failed -> problems.add(problem(path + ".stageEnabled.expression", failed)));
      }
    }
    return problems;
  }

  /** Whether it is the shell's, in a setting that is a script. */
  static boolean isShell(String path, String expression) {
    String key = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    return (StageScope.isScript(key) || path.contains(".command."))
        && StageScope.isShell(expression);
  }

  private static Problem problem(String path, ExpressionFailed failed) {
    String message = "${%s}: %s.".formatted(failed.expression(), failed.getMessage());
    String fix = "Change the expression; where the text is meant as it is, write $${ for ${.";
    return failed.isForbidden()
        ? Problem.warning(path, message, fix)
        : Problem.error(path, message, fix);
  }
}

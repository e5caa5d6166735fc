package dev.gennaker.execution;

import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.execution.expression.References;
import dev.gennaker.execution.expression.References.Reference;
import dev.gennaker.pipeline.DocumentCheck;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Graph;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says at save which expressions name what will not be there. Functions are known for certain; the
 * rest are warnings, because an API call or a changed pipeline can still bring what is missing.
 */
@Component
class NameCheck implements DocumentCheck {

  private final StageCatalog catalog;

  NameCheck(StageCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Problem> check(ObjectNode document) {
    List<StageDefinition> stages = Documents.stages(document);
    Graph graph = Graph.of(stages);
    List<Problem> problems = new ArrayList<>();
    for (StageDefinition stage : stages) {
      KnownNames known = new KnownNames(document, stages, stage, graph, catalog);
      String path = "$.stages[%d]".formatted(stage.index());
      stage
          .settings()
          .forEach(
              (key, value) -> {
                if (!StageScope.UNTOUCHED.contains(key)) {
                  Expressions.each(
                      value,
                      Expressions.path(path, key),
                      (at, expression) -> check(at, expression, known, problems));
                }
              });
      condition(stage, path, known, problems);
    }
    return problems;
  }

  private static void condition(
      StageDefinition stage, String path, KnownNames known, List<Problem> problems) {
    if (stage.settings().get("stageEnabled") instanceof Map<?, ?> condition
        && condition.get("expression") instanceof String expression
        && !expression.isBlank()) {
      String at = path + ".stageEnabled.expression";
      if (Expressions.concerns(expression)) {
        Expressions.each(expression, at, (_, part) -> check(at, part, known, problems));
      } else {
        check(at, expression, known, problems);
      }
    }
  }

  private static void check(
      String path, String expression, KnownNames known, List<Problem> problems) {
    if (path.endsWith(".sourceValue") || ExpressionCheck.isShell(path, expression)) {
      return;
    }
    References.of(expression).stream()
        .distinct()
        .flatMap(reference -> problem(path, expression, reference, known).stream())
        .forEach(problems::add);
  }

  private static Optional<Problem> problem(
      String path, String expression, Reference reference, KnownNames known) {
    return known
        .missing(reference)
        .map(
            missing -> {
              String message = "${%s}: %s.".formatted(expression, missing.what());
              return missing.certain()
                  ? Problem.error(path, message, missing.fix())
                  : Problem.warning(path, message, missing.fix());
            });
  }
}

package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** All checks of a document, from the outside in. */
@Component
class Checks {

  /** Characters of JSON; what is longer belongs into an artifact. */
  static final int LONGEST_DOCUMENT = 8 * 1024 * 1024;

  private static final int REPORTED_AT_MOST = 200;

  private final StageCatalog catalog;
  private final ObjectProvider<DocumentCheck> plugged;

  Checks(StageCatalog catalog, ObjectProvider<DocumentCheck> plugged) {
    this.catalog = catalog;
    this.plugged = plugged;
  }

  List<Problem> check(ObjectNode document) {
    List<Problem> problems = new ArrayList<>(Shape.check(document));
    if (problems.stream().noneMatch(Problem::isError)) {
      List<StageDefinition> stages = Documents.stages(document);
      problems.addAll(GraphCheck.check(stages));
      stages.forEach(stage -> problems.addAll(settings(stage)));
      plugged.orderedStream().forEach(check -> problems.addAll(check.check(document)));
    }
    return bounded(problems);
  }

  private List<Problem> settings(StageDefinition stage) {
    String path = "$.stages[" + stage.index() + "]";
    Optional<StageType<?>> type = catalog.find(stage.type());
    if (type.isEmpty()) {
      return List.of(
          Problem.warning(
              path + ".type",
              "Gennaker does not know the stage type \"%s\".".formatted(stage.type()),
              "The stage is kept as it is; replace or remove it before the pipeline is run."));
    }
    return catalog.check(type.get(), stage.settings()).stream().map(p -> p.below(path)).toList();
  }

  /** Errors first where there are too many to show. */
  private static List<Problem> bounded(List<Problem> problems) {
    if (problems.size() <= REPORTED_AT_MOST) {
      return problems;
    }
    List<Problem> shown = new ArrayList<>(problems.stream().filter(Problem::isError).toList());
    problems.stream().filter(p -> !p.isError()).forEach(shown::add);
    int left = problems.size() - REPORTED_AT_MOST;
    shown = new ArrayList<>(shown.subList(0, REPORTED_AT_MOST));
    shown.add(
        Problem.warning(
            "$", left + " further problems are not listed.", "Mend these and check again."));
    return shown;
  }
}

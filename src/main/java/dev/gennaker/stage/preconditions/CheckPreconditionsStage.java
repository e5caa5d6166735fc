package dev.gennaker.stage.preconditions;

import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.preconditions.CheckPreconditions.Precondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Expands into one child per precondition, so that each shows how it ended. */
@Component
class CheckPreconditionsStage implements StageType<CheckPreconditions> {

  @Override
  public String type() {
    return "checkPreconditions";
  }

  @Override
  public String label() {
    return "Check preconditions";
  }

  @Override
  public String description() {
    return "Goes on only if an expression is true, a cluster has a size, or a stage a status.";
  }

  @Override
  public Category category() {
    return Category.CHECK;
  }

  @Override
  public String icon() {
    return "list-checks";
  }

  @Override
  public Class<CheckPreconditions> settings() {
    return CheckPreconditions.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return settings.get("preconditions") instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(entry -> Words.of((Map<?, ?>) entry))
            .collect(Collectors.joining("; "))
        : "";
  }

  @Override
  public List<Problem> check(CheckPreconditions settings) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < settings.preconditions().size(); i++) {
      String path = "$.preconditions[" + i + "].context";
      Precondition precondition = settings.preconditions().get(i);
      for (String key : needed(precondition.type())) {
        if (precondition.text(key).isBlank()) {
          problems.add(
              Problem.error(
                  path + "." + key,
                  "The precondition %s needs %s.".formatted(precondition.type(), key),
                  "Fill in %s.".formatted(key)));
        }
      }
      if (precondition.type().equals("clusterSize")
          && ClusterSize.comparison(precondition.text("comparison")).isEmpty()) {
        problems.add(
            Problem.error(
                path + ".comparison",
                "%s does not compare.".formatted(precondition.text("comparison")),
                "Take one of <, <=, ==, >=, >."));
      }
    }
    return problems;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of());
  }

  @Override
  public Outcome run(CheckPreconditions settings, StageContext context) {
    if (settings.preconditions().isEmpty() || !context.children().isEmpty()) {
      return Outcome.done();
    }
    List<ChildStage> children = new ArrayList<>();
    for (int i = 0; i < settings.preconditions().size(); i++) {
      children.add(
          PreconditionChild.of(i, settings.preconditions().get(i), writtenContext(context, i)));
    }
    return new Outcome.Expanded(children, Map.of());
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  /** The context of a precondition before its expressions were evaluated. */
  private static Map<?, ?> writtenContext(StageContext context, int index) {
    return context.written().get("preconditions") instanceof List<?> list
            && index < list.size()
            && list.get(index) instanceof Map<?, ?> precondition
            && precondition.get("context") instanceof Map<?, ?> written
        ? written
        : Map.of();
  }

  private static List<String> needed(String type) {
    return switch (type) {
      case "expression" -> List.of("expression");
      case "clusterSize" -> List.of("cluster", "credentials", "regions");
      case "stageStatus" -> List.of("stageName", "stageStatus");
      default -> List.of();
    };
  }
}

package dev.gennaker.stage.preconditions;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks one precondition and says which values it saw. */
@Component
class CheckPreconditionStage implements StageType<CheckPrecondition> {

  private final ClusterSize clusterSize;

  CheckPreconditionStage(ClusterSize clusterSize) {
    this.clusterSize = clusterSize;
  }

  @Override
  public String type() {
    return "checkPrecondition";
  }

  @Override
  public String label() {
    return "Precondition";
  }

  @Override
  public String description() {
    return "One of the preconditions that are checked.";
  }

  @Override
  public Category category() {
    return Category.CHECK;
  }

  @Override
  public String icon() {
    return "check";
  }

  @Override
  public Class<CheckPrecondition> settings() {
    return CheckPrecondition.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return String.valueOf(settings.getOrDefault("source", ""));
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("expressionResult"));
  }

  @Override
  public Outcome run(CheckPrecondition settings, StageContext context) {
    return switch (settings.preconditionType()) {
      case "expression" -> expression(settings, context);
      case "clusterSize" -> clusterSize.check(settings);
      case "stageStatus" -> stageStatus(settings);
      default -> Outcome.done();
    };
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  @Override
  public boolean offered() {
    return false;
  }

  private static Outcome expression(CheckPrecondition settings, StageContext context) {
    String source = String.valueOf(settings.source());
    String result = String.valueOf(settings.expression());
    if (result.equals("true")) {
      return Outcome.done(Map.of("expressionResult", true));
    }
    Map<String, Object> values = Operands.of(source, context.trigger());
    Map<String, Object> evidence = new LinkedHashMap<>(values);
    evidence.put("expression", source);
    evidence.put("result", result);
    String what =
        "%s is %s, not true%s"
            .formatted(
                source,
                result,
                values.entrySet().stream()
                    .map(value -> value.getKey() + " = " + value.getValue())
                    .collect(Collectors.joining(", ", values.isEmpty() ? "" : " where ", "")));
    String message = settings.failureMessage();
    return new Outcome.Failed(
        message == null || message.isBlank() ? what : "%s (%s)".formatted(message, what),
        false,
        evidence);
  }

  private static Outcome stageStatus(CheckPrecondition settings) {
    String actual = String.valueOf(settings.actualStatus());
    if (actual.equalsIgnoreCase(settings.stageStatus())) {
      return Outcome.done();
    }
    return Outcome.failed(
        actual.contains("${")
            ? "There is no stage %s whose status could be checked".formatted(settings.stageName())
            : "The stage %s is %s, not %s"
                .formatted(settings.stageName(), actual, settings.stageStatus()));
  }
}

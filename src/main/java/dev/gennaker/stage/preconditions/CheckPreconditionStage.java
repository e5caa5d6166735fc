package dev.gennaker.stage.preconditions;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  public Outcome run(CheckPrecondition settings, StageContext context) {
    return switch (settings.preconditionType()) {
      case "expression" -> expression(settings);
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

  private static Outcome expression(CheckPrecondition settings) {
    String result = String.valueOf(settings.expression());
    if (result.equals("true")) {
      return Outcome.done(Map.of("expressionResult", true));
    }
    Map<String, Object> evidence = values(settings);
    evidence.put("expression", String.valueOf(settings.source()));
    evidence.put("result", result);
    String message = settings.failureMessage();
    String what =
        result.contains("${")
            ? "%s could not be evaluated".formatted(settings.source())
            : "%s is %s, not true".formatted(settings.source(), result);
    return new Outcome.Failed(
        (message == null || message.isBlank() ? what : message + " (" + what + ")")
            + where(settings),
        false,
        evidence);
  }

  /** " where parameters.tag = 1.2"; empty where nothing could be read. */
  private static String where(CheckPrecondition settings) {
    Map<String, Object> values = values(settings);
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(value -> value.getKey() + " = " + value.getValue())
            .collect(java.util.stream.Collectors.joining(", ", " where ", ""));
  }

  private static Map<String, Object> values(CheckPrecondition settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    @Nullable Map<String, Object> operands = settings.operands();
    if (operands != null) {
      operands.forEach(
          (text, value) -> {
            String shown = String.valueOf(value);
            if (!shown.contains("${")) {
              values.put(text, shown.length() > 200 ? shown.substring(0, 199) + "…" : shown);
            }
          });
    }
    return values;
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

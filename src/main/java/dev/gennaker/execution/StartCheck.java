package dev.gennaker.execution;

import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Parameter;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what cannot run, with every reason at once, and completes the trigger. */
@Component
class StartCheck {

  private final StageCatalog catalog;
  private final KnownChecks checks;

  StartCheck(StageCatalog catalog, KnownChecks checks) {
    this.catalog = catalog;
    this.checks = checks;
  }

  /**
   * @return the trigger with type, user and parameters, defaults filled in
   * @throws PipelineInvalid with all that is in the way
   */
  Map<String, Object> trigger(StartRequest request, Actor actor) {
    List<Problem> problems = new ArrayList<>(checks.errors(request));
    List<StageDefinition> stages = Documents.stages(request.document());
    if (request.document().path("disabled").asBoolean(false)) {
      problems.add(
          Problem.error("$.disabled", "The pipeline is disabled.", "Enable it, then start it."));
    }
    if (stages.isEmpty()) {
      problems.add(
          Problem.error("$.stages", "There are no stages to run.", "Add a stage, then start it."));
    }
    for (StageDefinition stage : stages) {
      if (!stage.type().isBlank() && catalog.find(stage.type()).isEmpty()) {
        problems.add(unknown(stage));
      }
    }
    tooLong(problems, "$.application", request.application(), 127);
    tooLong(problems, "$.executionId", request.executionId(), 128);
    tooLong(problems, "$.id", request.pipelineId(), 128);
    tooLong(problems, "$.correlationId", request.trigger().get("correlationId"), 255);
    Map<String, Object> trigger = new LinkedHashMap<>(PlainJson.map(request.trigger()));
    trigger.putIfAbsent("type", "manual");
    trigger.putIfAbsent("user", actor.name());
    trigger.put("parameters", parameters(request, trigger.get("parameters"), problems));
    if (!problems.isEmpty()) {
      throw new PipelineInvalid(request.name() + " cannot be started", problems);
    }
    return trigger;
  }

  private static void tooLong(
      List<Problem> problems, String path, @Nullable Object value, int most) {
    String text = value == null ? "-" : value.toString();
    if (text.isBlank() || text.length() > most || text.indexOf('\u0000') >= 0) {
      problems.add(
          Problem.error(
              path,
              "It must be 1 to %d characters, and none of them NUL.".formatted(most),
              "Choose a shorter one."));
    }
  }

  private static Problem unknown(StageDefinition stage) {
    return Problem.error(
        "$.stages[%d].type".formatted(stage.index()),
        "Nothing here knows stages of type %s.".formatted(stage.type()),
        "Choose another type, or add what brings this one.");
  }

  private static Map<String, Object> parameters(
      StartRequest request, @Nullable Object given, List<Problem> problems) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    } else if (given != null) {
      problems.add(
          Problem.error(
              "$.parameters", "Parameters must be an object.", "Give values by parameter name."));
    }
    for (Parameter parameter : Documents.parameters(request.document())) {
      if (!values.containsKey(parameter.name())) {
        values.put(parameter.name(), PlainJson.plain(parameter.defaultValue()));
      }
      check(parameter, values.get(parameter.name()), problems);
    }
    return PlainJson.map(values);
  }

  private static void check(Parameter parameter, @Nullable Object value, List<Problem> problems) {
    String path = "$.parameters." + parameter.name();
    if (value == null || value.toString().isBlank()) {
      if (parameter.required()) {
        problems.add(
            Problem.error(
                path,
                "Parameter %s is missing.".formatted(parameter.label()),
                "Give a value for it."));
      }
    } else if (!parameter.options().isEmpty()
        && !parameter.options().contains(value.toString())
        && !value.equals(parameter.defaultValue())) {
      problems.add(
          Problem.error(
              path,
              "Parameter %s cannot be %s.".formatted(parameter.label(), value),
              "Choose one of " + String.join(", ", parameter.options()) + "."));
    }
  }
}

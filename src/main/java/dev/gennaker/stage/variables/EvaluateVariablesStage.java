package dev.gennaker.stage.variables;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.variables.EvaluateVariables.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each variable an output under its key; the engine has evaluated them in order. */
@Component
class EvaluateVariablesStage implements StageType<EvaluateVariables> {

  @Override
  public String type() {
    return "evaluateVariables";
  }

  @Override
  public String label() {
    return "Evaluate variables";
  }

  @Override
  public String description() {
    return "Names values that the stages after it can use.";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "variable";
  }

  @Override
  public Class<EvaluateVariables> settings() {
    return EvaluateVariables.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return settings.get("variables") instanceof List<?> variables
        ? variables.stream()
            .map(v -> v instanceof Map<?, ?> map ? String.valueOf(map.get("key")) : "?")
            .collect(Collectors.joining(", "))
        : "";
  }

  @Override
  public List<Problem> check(EvaluateVariables settings) {
    List<Problem> problems = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < settings.variables().size(); i++) {
      String key = settings.variables().get(i).key();
      if (!keys.add(key)) {
        problems.add(
            Problem.warning(
                "$.variables[" + i + "].key",
                "The variable %s is defined twice; the later value wins.".formatted(key),
                "Rename or remove one of them."));
      }
    }
    return problems;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    Set<String> keys = new HashSet<>();
    if (written.get("variables") instanceof List<?> variables) {
      for (Object variable : variables) {
        if (!(variable instanceof Map<?, ?> map)
            || !(map.get("key") instanceof String key)
            || key.contains("${")) {
          return Optional.empty();
        }
        keys.add(key);
      }
    }
    return Optional.of(keys);
  }

  @Override
  public Outcome run(EvaluateVariables settings, StageContext context) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (Variable variable : settings.variables()) {
      if (unevaluated(variable.value())) {
        return Outcome.failed(
            ("The variable %s could not be evaluated: %s. Correct the expression, or define what it"
                    + " refers to above it")
                .formatted(variable.key(), variable.value()));
      }
      if (variable.value() != null) {
        outputs.put(variable.key(), variable.value());
      }
    }
    return Outcome.done(outputs);
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  /** What cannot be evaluated keeps its text. */
  private static boolean unevaluated(@Nullable Object value) {
    return switch (value) {
      case String text -> text.contains("${");
      case Map<?, ?> map -> map.values().stream().anyMatch(EvaluateVariablesStage::unevaluated);
      case List<?> list -> list.stream().anyMatch(EvaluateVariablesStage::unevaluated);
      case null, default -> false;
    };
  }
}

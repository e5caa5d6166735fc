package dev.gennaker.stage.variables;

import dev.gennaker.stage.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of {@code evaluateVariables}. */
record EvaluateVariables(
    @Setting(
            required = true,
            help = "Evaluated from top to bottom; each may use those above it by their keys.")
        List<Variable> variables) {

  EvaluateVariables(@Nullable List<Variable> variables) {
    this.variables = variables == null ? List.of() : variables;
  }

  /**
   * One value and its name.
   *
   * @param sourceValue the text as written, which Spinnaker's editor keeps beside the value
   */
  record Variable(
      @Setting(required = true, placeholder = "tag") String key,
      @Setting(kind = Setting.Kind.EXPRESSION, placeholder = "${trigger.tag}")
          @Nullable Object value,
      @Nullable String description,
      @Nullable Object sourceValue) {}
}

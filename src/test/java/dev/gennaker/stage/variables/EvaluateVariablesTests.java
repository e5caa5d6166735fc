package dev.gennaker.stage.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.variables.EvaluateVariables.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluateVariablesTests {

  private final EvaluateVariablesStage stage = new EvaluateVariablesStage();

  @Test
  void putsEveryVariableOut() {
    assertThat(run(variable("a", "1"), variable("list", List.of(1, 2)), variable("n", null)))
        .isEqualTo(Outcome.done(Map.of("a", "1", "list", List.of(1, 2))));
  }

  @Test
  void namesTheVariableThatCannotBeEvaluated() {
    assertThat(run(variable("a", "1"), variable("tag", List.of("v${nothing}"))))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("tag").contains("${nothing}"));
  }

  @Test
  void warnsOfOneDefinedTwice() {
    assertThat(stage.check(settings(variable("a", "1"), variable("a", "2"))))
        .extracting(Problem::path)
        .containsExactly("$.variables[1].key");
  }

  @Test
  void showsTheKeys() {
    assertThat(stage.headline(Map.of("variables", List.of(Map.of("key", "a"), Map.of("key", "b")))))
        .isEqualTo("a, b");
  }

  private Outcome run(Variable... variables) {
    return stage.run(settings(variables), new StubContext());
  }

  private static EvaluateVariables settings(Variable... variables) {
    return new EvaluateVariables(Arrays.asList(variables));
  }

  private static Variable variable(String key, Object value) {
    return new Variable(key, value, null, null);
  }
}

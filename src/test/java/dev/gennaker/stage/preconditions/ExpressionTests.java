package dev.gennaker.stage.preconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the expressions of preconditions. */
class ExpressionTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "${ parameters.a == 'x' }   ; parameters.a == 'x'",
        "parameters.a == 'x'        ; parameters.a == 'x'",
        "${a} || ${b}               ; (a) || (b)",
        "${ {'k': '}'}['k'] == '}' }; {'k': '}'}['k'] == '}'",
        "${unclosed                 ; ${unclosed"
      })
  void leavesTheMarksAway(String written, String bare) {
    assertThat(Bare.of(written)).isEqualTo(bare);
  }

  @Test
  void readsTheValuesThatAreCompared() {
    Map<String, Object> trigger =
        Map.of("tag", "v1", "parameters", Map.of("tag", "v2", "deep", Map.of("a b", 7)));

    assertThat(
            Operands.of(
                "parameters.tag == trigger['tag'] && 'parameters.deep' == parameters.missing"
                    + " or myparameters.tag or parameters.tag.size() > trigger.parameters.deep",
                trigger))
        .containsExactly(
            entry("parameters.tag", "v2"),
            entry("trigger['tag']", "v1"),
            entry("trigger.parameters.deep", "{a b=7}"));
  }
}

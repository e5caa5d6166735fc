package dev.gennaker.stage.preconditions;

import static org.assertj.core.api.Assertions.assertThat;

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
  void findsWhatIsCompared() {
    assertThat(
            Operands.of(
                    "parameters.tag == trigger['tag'] && #stage('A b')['status'].toString() == "
                        + "'parameters.no' and #judgment(\"Go?\") == 'Yes'")
                .keySet())
        .containsExactly(
            "parameters.tag",
            "trigger['tag']",
            "#stage('A b')['status'].toString()",
            "#judgment(\"Go?\")");
  }

  @Test
  void leavesAwayWhatItCannotReadWhole() {
    assertThat(Operands.of("parameters.list.?[#this > 1].size() > 0 && myparameters.x")).isEmpty();
  }
}

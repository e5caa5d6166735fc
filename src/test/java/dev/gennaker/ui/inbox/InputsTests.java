package dev.gennaker.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What would change, read with what the run was started with. */
class InputsTests {

  private final Inputs inputs =
      Inputs.of(Map.of("parameters", Map.of("size", 6, "two words", "$1 of it")));

  @Test
  void plainInputsAreFilledIn() {
    assertThat(inputs.fill("${parameters.size} × web → dcos-west"))
        .isEqualTo("6 × web → dcos-west");
    assertThat(inputs.fill("${ parameters['two words'] }")).isEqualTo("$1 of it");
    assertThat(inputs.fill("${trigger.parameters.size}")).isEqualTo("6");
  }

  @Test
  void everythingElseStaysAsWritten() {
    assertThat(inputs.fill("${parameters.size + 1} ${parameters.other} ${#stage('x')}"))
        .isEqualTo("${parameters.size + 1} ${parameters.other} ${#stage('x')}");
    assertThat(Inputs.of(Map.of()).fill("${parameters.size}")).isEqualTo("${parameters.size}");
  }
}

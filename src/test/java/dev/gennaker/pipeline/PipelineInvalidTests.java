package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a refusal names the pipeline that was not saved. */
class PipelineInvalidTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Deploy shop | 1    | The pipeline Deploy shop was not saved: why",
        "''          | 1    | The pipeline without a name was not saved: why",
        "' '         | 3    | The pipeline without a name was not saved: why",
        "x           | 60   | The pipeline %s was not saved: why",
        "x           | 61   | The pipeline %s… was not saved: why",
        "x           | 8000 | The pipeline %s… was not saved: why",
        "⛵           | 61   | The pipeline %s… was not saved: why",
        "🚀           | 61   | The pipeline %s… was not saved: why",
      })
  void namesThePipelineShortly(String name, int times, String sentence) {
    assertThat(PipelineInvalid.notSaved(name.repeat(times), "why", List.of()))
        .hasMessage(sentence.formatted(name.repeat(60)));
  }
}

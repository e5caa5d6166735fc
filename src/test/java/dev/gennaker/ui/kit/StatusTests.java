package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTests {

  @ParameterizedTest
  @CsvSource({
    "NOT_STARTED, false, false, TODO, Queued",
    "NOT_STARTED, true, false, HELD, Queued",
    "BUFFERED, false, false, HELD, Queued",
    "RUNNING, false, false, RUNNING, Running",
    "RUNNING, true, false, HELD, Running",
    "RUNNING, true, true, NEEDS_YOU, Running",
    "PAUSED, false, false, HELD, Paused",
    "CANCELED, false, false, STOPPED, Cancelled",
    "STOPPED, false, false, FAILED, Failed",
    "TERMINAL, false, false, FAILED, Failed",
  })
  void everyStatusOfTheEngineHasAShapeAndAWord(
      ExecutionStatus status, boolean waiting, boolean person, Status shown, String word) {
    assertThat(Status.of(status, waiting, person)).isEqualTo(shown);
    assertThat(Status.wordOf(status)).isEqualTo(word);
  }

  @ParameterizedTest
  @EnumSource
  void theGraphDrawsEachWithTheSameShapeAndTone(Status status) throws Exception {
    String client = Files.readString(Path.of("frontend/graph/status.ts"));

    assertThat(client)
        .contains(
            "%s: { shape: '%s', tone: '%s',".formatted(status, status.shape(), status.tone()));
  }
}

package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.stage.Outcome;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettlementTests {

  @Test
  void letsAParentDecideWhatACalledOffChildMeansThatMayFail() {
    StageEnded ended = end("c", "p=RUNNING, p/c=RUNNING[mayFail]");

    assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED_CONTINUE);
    assertThat(Objects.requireNonNull(ended.failure()).reason()).isEqualTo("The run was cancelled");
  }

  @Test
  void cancelsWhatMayNotFail() {
    StageEnded ended = end("c", "p=RUNNING, p/c=RUNNING");

    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(ended.failure()).isNull();
  }

  private static StageEnded end(String stage, String drawn) {
    Run run = Drawn.run("runs", drawn);
    return (StageEnded)
        Settlement.event(
            run,
            run.stage(stage),
            new Outcome.Canceled("The run was cancelled"),
            false,
            0,
            Drawn.NOW);
  }
}

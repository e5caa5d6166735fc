package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import java.util.Map;

/** What a stage says when its operations have ended. */
@FunctionalInterface
public interface Ending {

  /**
   * All went well; may be asked again when it says to look again.
   *
   * @param outputs of all steps, later ones win
   */
  Outcome finished(Map<String, Object> outputs);

  /** One was refused or failed; the following were not tried. */
  default Outcome failed(Progress.Failed failure) {
    return new Outcome.Failed(failure.reason(), failure.retryable(), failure.evidence());
  }
}

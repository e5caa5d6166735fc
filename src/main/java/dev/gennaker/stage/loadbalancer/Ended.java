package dev.gennaker.stage.loadbalancer;

import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.Ending;
import java.util.Map;

/** Ends as the operation ended. */
record Ended() implements Ending {

  @Override
  public Outcome finished(Map<String, Object> outputs) {
    return Outcome.done(outputs);
  }

  @Override
  public Outcome failed(Progress.Failed failure) {
    return new Outcome.Failed(failure.reason(), failure.retryable(), failure.evidence());
  }
}

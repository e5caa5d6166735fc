package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an older server group is relieved behind a load balancer that both share.
 *
 * @param waitSeconds how long its connections may stay at every step
 * @param insist whether those that stay longer are cut off; else the older one comes back
 * @param release whether old instances that serve nobody end at every step; else at the end
 */
record Relief(int waitSeconds, boolean insist, boolean release) {

  private static final int WAIT_SECONDS = 300;

  static Relief of(ClusterEntry entry) {
    return new Relief(
        entry.number("drainTimeoutSec").filter(seconds -> seconds > 0).orElse(WAIT_SECONDS),
        entry.flag("cutConnections"),
        entry.flag("endStepByStep"));
  }

  /** As stage settings hold it. */
  Map<String, Object> json() {
    return Map.of("waitSeconds", waitSeconds, "insist", insist, "release", release);
  }

  /** What a body says that is deployed beside an older one; back is always the whole way. */
  static void prepare(Map<String, Object> body, String older) {
    body.put(Operation.BESIDE, older);
    Map<String, Object> back = new HashMap<>();
    back.put("onFailure", true);
    back.put("destroyLatest", true);
    body.put("rollback", back);
  }

  /** What stands against it as far as sizes and numbers tell; else empty. */
  static Optional<Outcome> against(Rollout rollout, @Nullable Integer wanted) {
    int serving = rollout.older().size();
    if (serving > 1) {
      return Optional.of(
          Outcome.failed(
              "%d server groups of %s serve in %s; only one can be relieved by another without losing requests. Disable or destroy the others first"
                  .formatted(serving, rollout.moniker().cluster(), rollout.region())));
    }
    if (serving == 1 && wanted != null && wanted < rollout.older().getFirst().desired()) {
      return Optional.of(
          Outcome.failed(
              "The new one would have %d instances and %s has %d; deploy as many, and resize it afterwards"
                  .formatted(
                      wanted,
                      rollout.older().getFirst().name(),
                      rollout.older().getFirst().desired())));
    }
    return Optional.empty();
  }
}

package dev.gennaker.stage.deploy;

import java.util.List;
import java.util.Map;

/** What strategies let happen between two steps. */
final class Checkpoint {

  private Checkpoint() {}

  /** Waits, then looks whether the new one still serves. */
  static List<ShiftTraffic.Check> pause(int seconds) {
    return List.of(
        new ShiftTraffic.Check(
            "wait", "Let it serve for %d s".formatted(seconds), Map.of("waitTime", seconds)),
        new ShiftTraffic.Check(VerifyServerGroupStage.TYPE, "Verify the new one", Map.of()));
  }
}

package dev.gennaker.judgment;

import java.time.Instant;

/**
 * Somebody's answer to a {@link Judgment}.
 *
 * @param input the chosen input; empty where none was offered
 * @param reason why; may be empty
 */
public record Verdict(Decision decision, String input, String reason, String by, Instant at) {

  /** Spinnaker's {@code judgmentStatus}: {@code continue} or {@code stop}. */
  public enum Decision {
    CONTINUE,
    STOP
  }
}

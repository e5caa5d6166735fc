package dev.gennaker.simulator.marathon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads time stamps clients send. */
final class Versions {

  private Versions() {}

  static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.of(
          422, "Invalid timestamp provided '" + text + "'. Expecting ISO-8601 datetime string.");
    }
  }
}

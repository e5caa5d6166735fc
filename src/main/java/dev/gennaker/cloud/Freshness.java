package dev.gennaker.cloud;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much the picture of a location can be trusted. */
public sealed interface Freshness {

  /** Not read yet. */
  record Connecting(Instant since) implements Freshness {}

  /** Kept fresh by the location's own events. */
  record Live(Instant asOf) implements Freshness {}

  /**
   * The stream or the reads fail: the picture is as of an earlier moment.
   *
   * @param asOf the moment of the picture; null when it was never read
   * @param reason one sentence: what failed and what is done about it
   * @param nextTry when it is tried again
   */
  record Stale(@Nullable Instant asOf, Instant since, String reason, Instant nextTry)
      implements Freshness {}
}

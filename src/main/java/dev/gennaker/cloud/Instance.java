package dev.gennaker.cloud;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One running copy: a Marathon task, a pod.
 *
 * @param reason why it is in this health, one sentence; empty when there is nothing to say
 * @param startedAt null until it runs
 * @param version the definition it was started with
 */
public record Instance(
    String id,
    Health health,
    String reason,
    String host,
    List<Integer> ports,
    List<String> addresses,
    @Nullable Instant stagedAt,
    @Nullable Instant startedAt,
    String version) {

  /** What an instance's state means for those who want to know whether it serves. */
  public enum Health {
    UP,
    STARTING,
    DOWN,
    DRAINING,
    UNREACHABLE,
    OUT_OF_SERVICE,
    UNKNOWN,
    SUCCEEDED,
    FAILED
  }

  public boolean isUp() {
    return health == Health.UP;
  }
}

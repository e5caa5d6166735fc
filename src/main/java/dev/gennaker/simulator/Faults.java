package dev.gennaker.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is presently going wrong on the way between a client and Marathon. */
final class Faults {

  private final List<Fault> faults = new ArrayList<>();
  private final Clock clock;
  private Instant leaderlessUntil = Instant.EPOCH;

  Faults(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Fault fault) {
    faults.add(fault);
  }

  synchronized void clear() {
    faults.clear();
    leaderlessUntil = Instant.EPOCH;
  }

  synchronized List<Fault> pending() {
    return List.copyOf(faults);
  }

  /** The fault that befalls this call, used up by one. */
  synchronized @Nullable Fault take(String method, String path) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.befalls(method, path)) {
        if (fault.count() > 1) {
          faults.set(i, fault.once());
        } else {
          faults.remove(i);
        }
        return fault;
      }
    }
    return null;
  }

  synchronized void leaderless(Duration how) {
    leaderlessUntil = clock.instant().plus(how);
  }

  synchronized boolean leaderless() {
    return clock.instant().isBefore(leaderlessUntil);
  }
}

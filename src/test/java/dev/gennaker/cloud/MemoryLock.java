package dev.gennaker.cloud;

import java.util.Map;

/** Somebody's change that keeps operations of a {@link MemoryCloud} waiting. */
final class MemoryLock {

  /** The change's id; empty for none. */
  String by = "";

  boolean holds(Operation operation) {
    boolean gets =
        operation instanceof Operation.CancelChange || operation.toString().contains("force=true");
    return !by.isEmpty() && !gets;
  }

  void end(String change) {
    by = by.equals(change) ? "" : by;
  }

  Progress working(Map<String, Object> memory) {
    Map<String, Object> lock = Map.of("id", by, "forcible", true);
    return new Progress.Working("locked by " + by, null, Map.of(Progress.LOCK, lock), memory);
  }
}

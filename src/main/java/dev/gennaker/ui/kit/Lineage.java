package dev.gennaker.ui.kit;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which stages of an execution stand before and behind one of them. */
public final class Lineage {

  private Lineage() {}

  /** What led to it, in document order. */
  public static List<StageState> before(Execution execution, StageState stage) {
    Set<String> wanted = new HashSet<>(stage.requisites());
    grow(execution, one -> wanted.contains(one.refId()) && wanted.addAll(one.requisites()));
    return execution.topLevel().stream().filter(one -> wanted.contains(one.refId())).toList();
  }

  /** What comes after it, in document order. */
  public static List<StageState> after(Execution execution, StageState stage) {
    Set<String> reached = new HashSet<>(Set.of(stage.refId()));
    grow(
        execution,
        one -> one.requisites().stream().anyMatch(reached::contains) && reached.add(one.refId()));
    reached.remove(stage.refId());
    return execution.topLevel().stream().filter(one -> reached.contains(one.refId())).toList();
  }

  /** Goes over all stages until a round takes in nothing more. */
  private static void grow(Execution execution, Predicate<StageState> takesInMore) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (StageState one : execution.topLevel()) {
        grew |= takesInMore.test(one);
      }
    }
  }
}

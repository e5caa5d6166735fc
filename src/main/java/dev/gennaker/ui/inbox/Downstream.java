package dev.gennaker.ui.inbox;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which stages of an execution stand before and behind one of them. */
final class Downstream {

  private Downstream() {}

  /** What would come after it, in document order. */
  static List<StageState> after(Execution execution, StageState stage) {
    Set<String> reached = new HashSet<>(Set.of(stage.refId()));
    List<StageState> found = new ArrayList<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (StageState next : execution.topLevel()) {
        if (!reached.contains(next.refId())
            && next.requisites().stream().anyMatch(reached::contains)) {
          reached.add(next.refId());
          found.add(next);
          grew = true;
        }
      }
    }
    return found;
  }

  /** What led to it, in document order. */
  static List<StageState> before(Execution execution, StageState stage) {
    Set<String> wanted = new HashSet<>(stage.requisites());
    boolean grew = true;
    while (grew) {
      grew = false;
      for (StageState one : execution.topLevel()) {
        if (wanted.contains(one.refId())) {
          grew |= wanted.addAll(one.requisites());
        }
      }
    }
    return execution.topLevel().stream().filter(one -> wanted.contains(one.refId())).toList();
  }
}

package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a retry runs again: a stage and everything after it. */
final class Downstream {

  private Downstream() {}

  static List<String> names(Execution execution, StageState stage) {
    Set<String> reached = new HashSet<>(Set.of(stage.refId()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (StageState other : execution.topLevel()) {
        if (other.requisites().stream().anyMatch(reached::contains)) {
          grew |= reached.add(other.refId());
        }
      }
    }
    return execution.topLevel().stream()
        .filter(s -> reached.contains(s.refId()))
        .map(StageState::name)
        .toList();
  }
}

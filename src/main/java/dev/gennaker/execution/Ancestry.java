package dev.gennaker.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is upstream of whom. */
final class Ancestry {

  private Ancestry() {}

  /**
   * The stages upstream of one, nearest first: those it waits for, and theirs; for a child then its
   * parent and the parent's.
   */
  static List<RunStage> upstream(Run run, RunStage stage) {
    List<RunStage> found = new ArrayList<>();
    @Nullable RunStage from = stage;
    while (from != null) {
      found.addAll(before(run, from));
      String parentId = from.plan().parentId();
      from = parentId == null ? null : run.stage(parentId);
      if (from != null) {
        found.add(from);
      }
    }
    return found;
  }

  /** A top-level stage and everything that waits for it, directly or not. */
  static List<RunStage> downstream(Run run, RunStage stage) {
    List<RunStage> all = run.topLevel();
    Set<String> reached = new LinkedHashSet<>(List.of(stage.plan().refId()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (RunStage other : all) {
        if (other.plan().requisites().stream().anyMatch(reached::contains)) {
          grew |= reached.add(other.plan().refId());
        }
      }
    }
    return all.stream().filter(other -> reached.contains(other.plan().refId())).toList();
  }

  private static List<RunStage> before(Run run, RunStage stage) {
    if (stage.plan().requisites().isEmpty()) {
      return List.of();
    }
    Map<String, RunStage> byRefId = Rules.byRefId(run.children(stage.plan().parentId()));
    List<RunStage> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(Set.of(stage.plan().refId()));
    Deque<RunStage> queue = new ArrayDeque<>(List.of(stage));
    while (!queue.isEmpty()) {
      for (String refId : queue.removeFirst().plan().requisites()) {
        RunStage requisite = byRefId.get(refId);
        if (requisite != null && seen.add(refId)) {
          found.add(requisite);
          queue.addLast(requisite);
        }
      }
    }
    return found;
  }
}

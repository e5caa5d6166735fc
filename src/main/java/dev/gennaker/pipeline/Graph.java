package dev.gennaker.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which stage waits for which, by refId. Of stages with the same refId the first counts; references
 * to stages that are not there are ignored: both are the checks' business.
 */
public final class Graph {

  private final Map<String, List<String>> requisites = new LinkedHashMap<>();
  private final Map<String, List<String>> dependents = new HashMap<>();

  private Graph(List<StageDefinition> stages) {
    stages.forEach(stage -> requisites.putIfAbsent(stage.refId(), stage.requisites()));
    requisites.replaceAll(
        (refId, waitsFor) -> waitsFor.stream().distinct().filter(requisites::containsKey).toList());
    requisites.forEach(
        (refId, waitsFor) ->
            waitsFor.forEach(
                earlier -> dependents.computeIfAbsent(earlier, _ -> new ArrayList<>()).add(refId)));
  }

  public static Graph of(List<StageDefinition> stages) {
    return new Graph(stages);
  }

  /** Stages that wait for no other. */
  public List<String> roots() {
    return requisites.keySet().stream().filter(refId -> requisites(refId).isEmpty()).toList();
  }

  /** What it waits for directly. */
  public List<String> requisites(String refId) {
    return requisites.getOrDefault(refId, List.of());
  }

  /** What waits for it directly. */
  public List<String> dependents(String refId) {
    return dependents.getOrDefault(refId, List.of());
  }

  /** All before it, nearest first. */
  public Set<String> upstream(String refId) {
    return reach(refId, requisites);
  }

  /** All after it, nearest first. */
  public Set<String> downstream(String refId) {
    return reach(refId, dependents);
  }

  /**
   * Every stage after all it waits for, otherwise as in the document. Stages of a cycle and those
   * behind one are left out.
   */
  public List<String> order() {
    return settle(requisites.keySet(), requisites, dependents);
  }

  /**
   * Stages that wait for each other, each list one round: every stage waits for the next, the last
   * for the first. Empty if and only if there is no cycle; of cycles sharing a stage one is named.
   */
  public List<List<String>> cycles() {
    List<List<String>> cycles = new ArrayList<>();
    Set<String> knotted = new LinkedHashSet<>(requisites.keySet());
    trim(knotted);
    while (!knotted.isEmpty()) {
      List<String> cycle = round(knotted);
      cycles.add(cycle);
      cycle.forEach(knotted::remove);
      trim(knotted);
    }
    return cycles;
  }

  /** Takes away what nothing in the set waits for or what waits for nothing in it. */
  private void trim(Set<String> knotted) {
    settle(knotted, requisites, dependents).forEach(knotted::remove);
    settle(knotted, dependents, requisites).forEach(knotted::remove);
  }

  /** Follows what each waits for until a stage comes again. */
  private List<String> round(Set<String> knotted) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    String at = knotted.iterator().next();
    while (!seen.containsKey(at)) {
      seen.put(at, seen.size());
      at = requisites(at).stream().filter(knotted::contains).findFirst().orElseThrow();
    }
    return List.copyOf(seen.keySet()).subList(seen.get(at), seen.size());
  }

  /**
   * Kahn: all of them that come free when each is removed once nothing {@code before} it is left.
   */
  private static List<String> settle(
      Collection<String> among, Map<String, List<String>> before, Map<String, List<String>> after) {
    Map<String, Integer> open = new LinkedHashMap<>();
    for (String refId : among) {
      open.put(
          refId,
          (int) before.getOrDefault(refId, List.of()).stream().filter(among::contains).count());
    }
    Deque<String> free = new ArrayDeque<>();
    open.forEach(
        (refId, count) -> {
          if (count == 0) {
            free.add(refId);
          }
        });
    List<String> settled = new ArrayList<>();
    while (!free.isEmpty()) {
      String refId = free.remove();
      settled.add(refId);
      for (String next : after.getOrDefault(refId, List.of())) {
        if (open.computeIfPresent(next, (_, count) -> count - 1) instanceof Integer left
            && left == 0) {
          free.add(next);
        }
      }
    }
    return settled;
  }

  private static Set<String> reach(String from, Map<String, List<String>> next) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(next.getOrDefault(from, List.of()));
    while (!open.isEmpty()) {
      String refId = open.remove();
      if (reached.add(refId)) {
        open.addAll(next.getOrDefault(refId, List.of()));
      }
    }
    return reached;
  }
}

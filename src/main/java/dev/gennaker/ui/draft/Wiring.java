package dev.gennaker.ui.draft;

import dev.gennaker.pipeline.StageDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who waits for whom, and the edits of it. Every function leaves a graph that had no circle without
 * one.
 */
public final class Wiring {

  private static final Path REQUISITES = Path.of("requisiteStageRefIds");

  private Wiring() {}

  /** {@code to} waits for {@code from} as well. */
  public static Document connect(Document document, String from, String to) {
    Document numbered = document.numbered();
    require(numbered, from);
    require(numbered, to);
    if (from.equals(to)) {
      throw new EditRefused(numbered.nameOf(to) + " cannot wait for itself.");
    }
    List<String> circle = way(numbered, to, from);
    if (!circle.isEmpty()) {
      List<String> names = new ArrayList<>(circle.stream().map(numbered::nameOf).toList());
      names.add(names.getFirst());
      throw new EditRefused(
          "%s cannot wait for %s: that would close a circle, %s."
              .formatted(numbered.nameOf(to), numbered.nameOf(from), String.join(" → ", names)));
    }
    Set<String> requisites = new LinkedHashSet<>(requisites(numbered, to));
    return requisites.add(from) ? withRequisites(numbered, to, requisites) : document;
  }

  /** {@code to} no longer waits for {@code from}. */
  public static Document disconnect(Document document, String from, String to) {
    Document numbered = document.numbered();
    Set<String> requisites = new LinkedHashSet<>(requisites(numbered, to));
    return requisites.remove(from) ? withRequisites(numbered, to, requisites) : document;
  }

  /**
   * A stage waits for exactly these.
   *
   * @throws EditRefused when one of them waits for it
   */
  public static Document waitsFor(Document document, String stage, Collection<String> others) {
    Document edited = withRequisites(document.numbered(), stage, Set.of());
    for (String other : others) {
      edited = connect(edited, other, stage);
    }
    return edited;
  }

  /** Removes stages; whoever waited for one of them waits for what that one waited for. */
  public static Document remove(Document document, Collection<String> stages) {
    Document edited = document.numbered();
    for (String stage : stages) {
      require(edited, stage);
      edited = heal(edited, stage);
      int index = edited.stage(stage).orElseThrow().index();
      edited = edited.with(Path.of("stages", index), null);
    }
    return edited;
  }

  /** Takes a stage out of where it is, closing the gap, and puts it somewhere else. */
  public static Document move(Document document, String stage, Place place) {
    Document numbered = document.numbered();
    require(numbered, stage);
    if (names(place).contains(stage)) {
      return document;
    }
    Document alone = withRequisites(heal(numbered, stage), stage, Set.of());
    return put(alone, stage, place);
  }

  private static List<@Nullable String> names(Place place) {
    return switch (place) {
      case Place.After(@Nullable String from) -> Arrays.asList(from);
      case Place.Between(@Nullable String from, String to) -> Arrays.asList(from, to);
      case Place.Beside(String other) -> Arrays.asList(other);
      case Place.Branch(@Nullable String from) -> Arrays.asList(from);
    };
  }

  /** Wires a stage nobody waits for and that waits for nobody. */
  static Document put(Document document, String stage, Place place) {
    return switch (place) {
      case Place.After(@Nullable String from) -> after(document, stage, from);
      case Place.Between(@Nullable String from, String to) -> between(document, stage, from, to);
      case Place.Beside(String other) -> beside(document, stage, other);
      case Place.Branch(@Nullable String from) ->
          from == null ? document : connect(document, from, stage);
    };
  }

  private static Document after(Document document, String stage, @Nullable String from) {
    Document edited = document;
    if (from == null) {
      for (StageDefinition root : document.stages()) {
        if (requisites(document, root.refId()).isEmpty() && !root.refId().equals(stage)) {
          edited = withRequisites(edited, root.refId(), Set.of(stage));
        }
      }
      return edited;
    }
    require(document, from);
    for (String next : successors(document, from)) {
      edited = replace(edited, next, from, stage);
    }
    return withRequisites(edited, stage, Set.of(from));
  }

  private static Document between(
      Document document, String stage, @Nullable String from, String to) {
    require(document, to);
    if (from == null) {
      Set<String> requisites = new LinkedHashSet<>(requisites(document, to));
      requisites.add(stage);
      return withRequisites(document, to, requisites);
    }
    require(document, from);
    return withRequisites(replace(document, to, from, stage), stage, Set.of(from));
  }

  private static Document beside(Document document, String stage, String other) {
    require(document, other);
    Document edited = withRequisites(document, stage, requisites(document, other));
    for (String next : successors(document, other)) {
      Set<String> requisites = new LinkedHashSet<>(requisites(edited, next));
      requisites.add(stage);
      edited = withRequisites(edited, next, requisites);
    }
    return edited;
  }

  /** Bypasses a stage; a way that exists anyhow is not written again. */
  private static Document heal(Document document, String stage) {
    List<String> before = requisites(document, stage);
    Document edited = document;
    for (String next : successors(document, stage)) {
      Set<String> requisites = new LinkedHashSet<>(requisites(document, next));
      requisites.remove(stage);
      for (String from : before) {
        Document seen = edited;
        if (requisites.stream().noneMatch(r -> r.equals(from) || !way(seen, from, r).isEmpty())) {
          requisites.add(from);
        }
      }
      edited = withRequisites(edited, next, requisites);
    }
    return edited;
  }

  private static Document replace(Document document, String stage, String old, String with) {
    Set<String> requisites = new LinkedHashSet<>();
    requisites(document, stage).forEach(r -> requisites.add(r.equals(old) ? with : r));
    requisites.add(with);
    return withRequisites(document, stage, requisites);
  }

  /** Stages on a way from one to the other, both included; empty where there is none. */
  static List<String> way(Document document, String from, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new LinkedHashSet<>(open);
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      if (at.equals(to)) {
        List<String> way = new ArrayList<>();
        for (@Nullable String step = to; step != null; step = cameFrom.get(step)) {
          way.addFirst(step);
        }
        return way;
      }
      for (String next : successors(document, at)) {
        if (seen.add(next)) {
          cameFrom.put(next, at);
          open.addLast(next);
        }
      }
    }
    return List.of();
  }

  static List<String> requisites(Document document, String stage) {
    return document.stage(stage).orElseThrow(() -> Document.gone(stage)).requisites();
  }

  /** The stages that wait for it, in document order. */
  public static List<String> successors(Document document, String stage) {
    return document.stages().stream()
        .filter(other -> other.requisites().contains(stage))
        .map(StageDefinition::refId)
        .toList();
  }

  static Document withRequisites(Document document, String stage, Collection<String> requisites) {
    return document.with(stage, REQUISITES, JsonMapper.shared().valueToTree(requisites));
  }

  private static void require(Document document, String stage) {
    if (document.stage(stage).isEmpty()) {
      throw Document.gone(stage);
    }
  }
}

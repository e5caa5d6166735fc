package dev.gennaker.ui.draft;

import dev.gennaker.pipeline.StageDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two documents, stage by stage. */
public final class Difference {

  /** What the server writes by itself at every save. */
  private static final Set<String> BOOKKEEPING =
      Set.of("id", "index", "updateTs", "lastModifiedBy", "application");

  private static final Set<String> GRAPH = Set.of("refId", "requisiteStageRefIds");
  private static final int SHORT = 28;
  private static final int NAMED_AT_MOST = 3;

  private Difference() {}

  /** The changes that lead from one document to the other: stages in order, then the rest. */
  public static List<Change> between(Document before, Document after) {
    List<Change> changes = new ArrayList<>();
    for (StageDefinition stage : after.stages()) {
      Optional<ObjectNode> old = before.stageJson(stage.refId());
      if (old.isEmpty()) {
        changes.add(change(Change.Kind.ADDED, stage, "added" + after(after, stage)));
      } else {
        settings(stage, old.get(), after.stageJson(stage.refId()).orElseThrow(), changes);
        wiring(before, after, stage, changes);
      }
    }
    for (StageDefinition stage : before.stages()) {
      if (after.stage(stage.refId()).isEmpty()) {
        changes.add(change(Change.Kind.REMOVED, stage, "removed"));
      }
    }
    pipeline(before.json(), after.json(), changes);
    return changes;
  }

  /** A value in a few characters: texts without quotes, what is large as an ellipsis. */
  public static String brief(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return "nothing";
    }
    return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
  }

  /** A key as people read it: {@code waitTime} is "wait time". */
  public static String words(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
  }

  private static void settings(
      StageDefinition stage, ObjectNode before, ObjectNode after, List<Change> changes) {
    List<String> details = new ArrayList<>();
    for (String key : keys(before, after)) {
      if (!GRAPH.contains(key) && !same(before.get(key), after.get(key))) {
        details.add(detail(key, before.get(key), after.get(key)));
      }
    }
    if (!details.isEmpty()) {
      changes.add(change(Change.Kind.CHANGED, stage, listed(details)));
    }
  }

  private static void wiring(
      Document before, Document after, StageDefinition stage, List<Change> changes) {
    List<String> old = Wiring.requisites(before, stage.refId());
    List<String> details = new ArrayList<>();
    List<String> more = stage.requisites().stream().filter(r -> !old.contains(r)).toList();
    List<String> less = old.stream().filter(r -> !stage.requisites().contains(r)).toList();
    if (!more.isEmpty()) {
      details.add("now waits for " + String.join(", ", names(after, more)));
    }
    if (!less.isEmpty()) {
      details.add("no longer waits for " + String.join(", ", names(before, less)));
    }
    if (!details.isEmpty()) {
      changes.add(change(Change.Kind.REWIRED, stage, String.join("; ", details)));
    }
  }

  private static void pipeline(ObjectNode before, ObjectNode after, List<Change> changes) {
    for (String key : keys(before, after)) {
      if (key.equals("stages")
          || BOOKKEEPING.contains(key)
          || same(before.get(key), after.get(key))) {
        continue;
      }
      String detail = detail(key, before.get(key), after.get(key));
      changes.add(new Change(Change.Kind.CHANGED, null, "Pipeline", detail));
    }
  }

  /** A change of one value in words: "memory 512 → 256". */
  public static String detail(String key, @Nullable JsonNode before, @Nullable JsonNode after) {
    String name = words(key);
    boolean large = large(before) || large(after);
    if (large) {
      return name + (before == null ? " added" : after == null ? " removed" : " changed");
    }
    return before == null || before.isNull()
        ? "%s → %s".formatted(name, brief(after))
        : "%s %s → %s".formatted(name, brief(before), brief(after));
  }

  private static boolean large(@Nullable JsonNode node) {
    return node != null && node.isContainer();
  }

  /** Absent, null and an empty text mean the same to every reader of a document. */
  private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
    return Objects.equals(a, b) || empty(a) && empty(b);
  }

  private static boolean empty(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  private static String after(Document document, StageDefinition stage) {
    return stage.requisites().isEmpty()
        ? " at the start"
        : " after " + String.join(", ", names(document, stage.requisites()));
  }

  private static List<String> names(Document document, List<String> stages) {
    return stages.stream().map(document::nameOf).toList();
  }

  private static String listed(List<String> details) {
    if (details.size() <= NAMED_AT_MOST) {
      return String.join("; ", details);
    }
    return "%s; %d more"
        .formatted(
            String.join("; ", details.subList(0, NAMED_AT_MOST)), details.size() - NAMED_AT_MOST);
  }

  private static Set<String> keys(ObjectNode before, ObjectNode after) {
    Set<String> keys = new LinkedHashSet<>(after.propertyNames());
    keys.addAll(before.propertyNames());
    return keys;
  }

  private static Change change(Change.Kind kind, StageDefinition stage, String detail) {
    String title = stage.name().isBlank() ? stage.refId() : stage.name();
    return new Change(kind, stage.refId(), title, detail);
  }
}

package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.graph.Change;
import dev.gennaker.ui.graph.EdgeMark;
import dev.gennaker.ui.graph.EditMark;
import dev.gennaker.ui.graph.GraphGroup;
import dev.gennaker.ui.graph.GraphModel;
import dev.gennaker.ui.graph.GraphStage;
import dev.gennaker.ui.graph.GraphStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the graph shows of a draft; with its changes drawn in, or without. */
final class DraftGraph {

  private final StageWords words;

  DraftGraph(StageWords words) {
    this.words = words;
  }

  /**
   * @param drawChanges whether removed stages and lines are drawn too, and what changed is said
   *     beside the node
   */
  GraphModel of(
      Draft draft, StageProblems problems, boolean editable, boolean drawChanges, Instant now) {
    Document after = draft.document();
    Document before = draft.saved();
    Map<String, List<dev.gennaker.ui.draft.Change>> changes =
        draft.changes().stream()
            .filter(change -> change.stage() != null)
            .collect(Collectors.groupingBy(change -> String.valueOf(change.stage())));
    List<GraphStage> stages = new ArrayList<>();
    for (StageDefinition stage : after.stages()) {
      List<dev.gennaker.ui.draft.Change> own = changes.getOrDefault(stage.refId(), List.of());
      stages.add(
          stage(stage)
              .withEdit(
                  new EditMark(
                      problems.errors(stage.refId()),
                      problems.warnings(stage.refId()),
                      !own.isEmpty(),
                      drawChanges ? kind(own) : Change.NONE,
                      drawChanges ? text(own) : "")));
    }
    if (drawChanges) {
      before.stages().stream()
          .filter(stage -> after.stage(stage.refId()).isEmpty())
          .map(stage -> stage(stage).withEdit(new EditMark(0, 0, true, Change.REMOVED, "removed")))
          .forEach(stages::add);
    }
    return new GraphModel(
        editable ? GraphModel.Mode.EDIT : GraphModel.Mode.VIEW,
        start(after),
        stages,
        groups(stages),
        drawChanges ? edgeMarks(before, after) : List.of(),
        now);
  }

  private GraphStage stage(StageDefinition stage) {
    Object comments = stage.settings().get("comments");
    Object group = stage.settings().get("group");
    return GraphStage.of(
            stage.refId(),
            stage.name().isBlank() ? words.typeLabel(stage) : stage.name(),
            stage.type(),
            words.typeLabel(stage),
            words.icon(stage),
            words.headline(stage),
            stage.requisites())
        .withNote(comments instanceof String text ? text.strip() : "")
        .inGroup(group instanceof String name && !name.isBlank() ? name : null);
  }

  private static List<GraphGroup> groups(List<GraphStage> stages) {
    Map<String, GraphGroup> groups = new LinkedHashMap<>();
    for (GraphStage stage : stages) {
      @Nullable String name = stage.group();
      if (name != null) {
        groups.putIfAbsent(name, new GraphGroup(name, name, "", "server", false));
      }
    }
    return List.copyOf(groups.values());
  }

  private static Change kind(List<dev.gennaker.ui.draft.Change> changes) {
    Optional<dev.gennaker.ui.draft.Change.Kind> kind =
        changes.stream().map(dev.gennaker.ui.draft.Change::kind).findFirst();
    return kind.map(
            k ->
                switch (k) {
                  case ADDED -> Change.ADDED;
                  case REMOVED -> Change.REMOVED;
                  case CHANGED, REWIRED -> Change.CHANGED;
                })
        .orElse(Change.NONE);
  }

  private static String text(List<dev.gennaker.ui.draft.Change> changes) {
    return changes.stream()
        .map(dev.gennaker.ui.draft.Change::detail)
        .collect(Collectors.joining("; "));
  }

  private static List<EdgeMark> edgeMarks(Document before, Document after) {
    List<EdgeMark> marks = new ArrayList<>();
    edges(after, before, Change.ADDED, marks);
    edges(before, after, Change.REMOVED, marks);
    return marks;
  }

  /** Lines of the one document that the other does not have. */
  private static void edges(Document has, Document hasNot, Change change, List<EdgeMark> marks) {
    for (StageDefinition stage : has.stages()) {
      List<String> others =
          hasNot.stage(stage.refId()).map(StageDefinition::requisites).orElse(List.of());
      for (String from : stage.requisites()) {
        if (!others.contains(from)) {
          marks.add(new EdgeMark(from, stage.refId(), change));
        }
      }
    }
  }

  private static GraphStart start(Document document) {
    @Nullable JsonNode triggers = document.get(dev.gennaker.ui.draft.Path.of("triggers"));
    List<String> types =
        triggers == null
            ? List.of()
            : triggers.valueStream().map(t -> t.path("type").asString("trigger")).toList();
    return types.isEmpty()
        ? new GraphStart("Started by hand, or by another pipeline", "play", 0)
        : new GraphStart(
            "%d %s: %s"
                .formatted(
                    types.size(),
                    types.size() == 1 ? "trigger" : "triggers",
                    String.join(", ", types)),
            "zap",
            types.size());
  }
}

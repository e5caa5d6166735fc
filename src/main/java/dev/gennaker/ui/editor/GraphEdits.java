package dev.gennaker.ui.editor;

import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.draft.Stages;
import dev.gennaker.ui.draft.Wiring;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The edits of a graph, each under the name its undo has, each telling what to select then. */
final class GraphEdits {

  private final Draft draft;

  GraphEdits(Draft draft) {
    this.draft = draft;
  }

  /** Adds a stage of a type; the new one wants the selection. */
  List<String> add(String type, String label, Place place) {
    return adding("add " + label, d -> Stages.add(d, draft.refIds(), type, label, place));
  }

  List<String> duplicate(List<String> stages) {
    return adding("duplicate " + named(stages), d -> Stages.duplicate(d, draft.refIds(), stages));
  }

  List<String> paste(String text, @Nullable String after) {
    return adding("paste", d -> Stages.paste(d, draft.refIds(), text, after));
  }

  /** Removes stages; what comes before the first of them wants the selection. */
  List<String> remove(List<String> stages) {
    Document before = draft.document();
    List<String> next =
        before
            .stage(stages.getFirst())
            .map(stage -> stage.requisites().stream().filter(r -> !stages.contains(r)).toList())
            .orElse(List.of());
    draft.edit("remove " + named(stages), d -> Wiring.remove(d, stages));
    return next.isEmpty() ? List.of() : List.of(next.getFirst());
  }

  void connect(String from, String to) {
    draft.edit(
        "let %s wait for %s".formatted(name(to), name(from)), d -> Wiring.connect(d, from, to));
  }

  void disconnect(String from, String to) {
    draft.edit(
        "disconnect %s from %s".formatted(name(to), name(from)),
        d -> Wiring.disconnect(d, from, to));
  }

  void move(String stage, Place place) {
    draft.edit("move " + name(stage), d -> Wiring.move(d, stage, place));
  }

  private List<String> adding(String label, Function<Document, Stages.Added> edit) {
    AtomicReference<List<String>> added = new AtomicReference<>(List.of());
    draft.edit(
        label,
        document -> {
          Stages.Added done = edit.apply(document);
          added.set(done.stages());
          return done.document();
        });
    return added.get();
  }

  private String named(List<String> stages) {
    return stages.size() == 1 ? name(stages.getFirst()) : stages.size() + " stages";
  }

  private String name(String stage) {
    return Difference.brief(
        tools.jackson.databind.node.StringNode.valueOf(draft.document().nameOf(stage)));
  }
}

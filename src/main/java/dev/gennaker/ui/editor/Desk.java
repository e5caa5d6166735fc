package dev.gennaker.ui.editor;

import dev.gennaker.security.Actor;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.EditRefused;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the parts of one open editor share. */
final class Desk {

  private final EditorServices services;
  private final Draft draft;
  private final Actor actor;
  private final boolean editable;
  private final StageWords words;
  private final GraphEdits edits;
  private final Preview preview;
  private final Consumer<String> explain;
  private final Consumer<List<String>> select;
  private StageProblems problems = StageProblems.NONE;

  /**
   * @param explain tells the person why something cannot be
   * @param select selects stages everywhere
   */
  Desk(
      EditorServices services,
      Draft draft,
      Actor actor,
      boolean editable,
      Consumer<String> explain,
      Consumer<List<String>> select) {
    this.services = services;
    this.draft = draft;
    this.actor = actor;
    this.editable = editable;
    this.words = new StageWords(services.catalog());
    this.edits = new GraphEdits(draft);
    this.preview = new Preview(services.previews(), draft, actor);
    this.explain = explain;
    this.select = select;
    check();
  }

  EditorServices services() {
    return services;
  }

  Draft draft() {
    return draft;
  }

  Document document() {
    return draft.document();
  }

  Actor actor() {
    return actor;
  }

  /** The application the pipeline belongs to. */
  String application() {
    return draft.base().application();
  }

  boolean editable() {
    return editable;
  }

  StageWords words() {
    return words;
  }

  /** What expressions become in a run that exists. */
  Preview preview() {
    return preview;
  }

  StageProblems problems() {
    return problems;
  }

  /** Looks again at what is wrong; after every change of the draft. */
  void check() {
    problems = StageProblems.of(document(), services.pipelines().check(draft.toSave().toJson()));
  }

  /** Selects stages; the last one has the keyboard. */
  void select(List<String> stages) {
    select.accept(stages);
  }

  /** Edits the graph and selects what the edit says; a refusal is explained. */
  void edit(java.util.function.Function<GraphEdits, List<String>> edit) {
    attempt(() -> edit.apply(edits)).ifPresent(select);
  }

  /** Edits the graph and leaves the selection. */
  void editInPlace(Consumer<GraphEdits> edit) {
    attempt(
        () -> {
          edit.accept(edits);
          return true;
        });
  }

  /** Does something a document may refuse; the refusal is explained. */
  <T> java.util.Optional<T> attempt(Supplier<T> edit) {
    if (!editable) {
      explain.accept(
          "You may look at this pipeline; changing it needs WRITE on " + application() + ".");
      return java.util.Optional.empty();
    }
    try {
      return java.util.Optional.ofNullable(edit.get());
    } catch (EditRefused refused) {
      explain.accept(String.valueOf(refused.getMessage()));
      return java.util.Optional.empty();
    }
  }
}

package dev.gennaker.ui.editor;

import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people should know about a stage. */
final class NotesTab extends StageTab {

  private final Desk desk;
  private final String stage;
  private final FieldForm form;

  NotesTab(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    form = new FieldForm(RunConditions.NOTES, Path.ROOT, new DraftFields(desk, stage));
    add(form);
  }

  @Override
  void refresh() {
    form.refresh();
  }

  @Override
  void focusFirst() {
    form.focusFirst();
  }

  @Override
  boolean holds(String problem) {
    return form.holds(problem);
  }

  @Override
  void focus(String problem) {
    form.focus(problem);
  }

  @Override
  String badge() {
    @Nullable JsonNode notes = desk.document().get(stage, Path.of("comments"));
    return notes == null || notes.asString("").isBlank() ? "" : "1";
  }
}

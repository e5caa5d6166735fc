package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.pipeline.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DraftTest {

  private final Draft draft = new Draft(revision(41, Drawn.document("a, b<a")));

  @Test
  void undoesAndRedoesWithLabels() {
    draft.edit("remove A", d -> Wiring.remove(d, List.of("a")));
    draft.edit("rename B", d -> d.with("b", Path.of("name"), text("Judge")));

    assertThat(draft.undoLabel()).contains("rename B");
    assertThat(draft.undo()).isTrue();
    assertThat(draft.document().nameOf("b")).isEqualTo("B");
    assertThat(draft.redoLabel()).contains("rename B");
    assertThat(draft.undo()).isTrue();
    assertThat(draft.document()).isEqualTo(draft.saved());
    assertThat(draft.undo()).isFalse();
    assertThat(draft.redo()).isTrue();
    assertThat(draft.redo()).isTrue();
    assertThat(draft.redo()).isFalse();
    assertThat(draft.document().nameOf("b")).isEqualTo("Judge");
  }

  @Test
  void forgetsWhatWasUndoneOnceSomethingElseIsDone() {
    draft.edit("one", d -> d.with(Path.of("x"), text("1")));
    draft.undo();
    draft.edit("two", d -> d.with(Path.of("x"), text("2")));

    assertThat(draft.redoLabel()).isEmpty();
    assertThat(draft.undoLabel()).contains("two");
  }

  @Test
  void takesTypingIntoOneFieldAsOneStep() {
    for (String typed : List.of("J", "Ju", "Jud")) {
      type(typed);
    }
    assertThat(draft.undoLabel()).contains("B → Jud");

    draft.undo();
    assertThat(draft.document().nameOf("b")).isEqualTo("B");
  }

  @Test
  void startsANewStepWhenTypingWasInterrupted() {
    type("J");
    draft.seal();
    type("Ju");

    draft.undo();
    assertThat(draft.document().nameOf("b")).isEqualTo("J");
  }

  @Test
  void isNoStepToTypeBackToWhatWasThere() {
    type("J");
    type("B");

    assertThat(draft.undoLabel()).isEmpty();
    assertThat(draft.changes()).isEmpty();
  }

  @Test
  void refusedEditsChangeNothing() {
    assertThatThrownBy(() -> draft.edit("circle", d -> Wiring.connect(d, "b", "a")))
        .isInstanceOf(EditRefused.class);

    assertThat(draft.undoLabel()).isEmpty();
    assertThat(draft.document()).isEqualTo(draft.saved());
  }

  @Test
  void isCleanAfterSavingAndCanStillUndo() {
    draft.edit("remove A", d -> Wiring.remove(d, List.of("a")));
    Document sent = draft.document();

    draft.savedAs(revision(42, sent), sent);

    assertThat(draft.changes()).isEmpty();
    assertThat(draft.base().revision()).isEqualTo(42);
    draft.undo();
    assertThat(draft.changes()).hasSize(2);
  }

  @Test
  void keepsWhatWasTypedWhileSaving() {
    draft.edit("remove A", d -> Wiring.remove(d, List.of("a")));
    Document sent = draft.document();
    type("Judge");

    draft.savedAs(revision(42, sent), sent);

    assertThat(draft.document().nameOf("b")).isEqualTo("Judge");
    assertThat(draft.changes())
        .singleElement()
        .extracting(Change::detail)
        .isEqualTo("name B → Judge");
  }

  @Test
  void goesOnTopOfWhatSomebodyElseSaved() {
    type("Judge");
    Document theirs = Wiring.remove(draft.saved(), List.of("a"));

    draft.onTopOf(revision(42, theirs));

    assertThat(draft.document().nameOf("b")).isEqualTo("Judge");
    assertThat(draft.changes()).extracting(Change::kind).contains(Change.Kind.ADDED);
  }

  @Test
  void takesWhatSomebodyElseSavedAndCanGoBack() {
    type("Judge");
    Document theirs = Wiring.remove(draft.saved(), List.of("a"));

    draft.take(revision(42, theirs));
    assertThat(draft.document()).isEqualTo(theirs);
    assertThat(draft.changes()).isEmpty();

    assertThat(draft.undoLabel()).contains("take revision 42");
    draft.undo();
    assertThat(draft.document().nameOf("b")).isEqualTo("Judge");
  }

  @Test
  void putsAllBackAsAStep() {
    type("Judge");
    draft.putAllBack();
    assertThat(draft.changes()).isEmpty();

    draft.undo();
    assertThat(draft.document().nameOf("b")).isEqualTo("Judge");
  }

  @Test
  void tellsWhoListensUntilTheyLeave() {
    List<String> heard = new ArrayList<>();
    Runnable leave = draft.onChange(() -> heard.add(draft.document().nameOf("b")));

    type("J");
    draft.undo();
    leave.run();
    draft.redo();

    assertThat(heard).containsExactly("J", "B");
  }

  private void type(String name) {
    draft.edit(
        (before, after) -> before.nameOf("b") + " → " + after.nameOf("b"),
        "b.name",
        d -> d.with("b", Path.of("name"), text(name)));
  }

  private static JsonNode text(String text) {
    return JsonMapper.shared().valueToTree(text);
  }

  static Pipeline revision(int number, Document document) {
    return new Pipeline("id", "shop", "Release", number, Instant.EPOCH, "dev", document.toJson());
  }
}

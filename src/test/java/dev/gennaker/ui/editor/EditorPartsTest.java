package dev.gennaker.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.graph.GraphCommand;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EditorPartsTest {

  private static final String CHAIN =
      """
      {"application":"shop","name":"Release","stages":[
        {"refId":"1","type":"wait","name":"First","requisiteStageRefIds":[]},
        {"refId":"2","type":"wait","name":"Second","requisiteStageRefIds":["1"]}]}
      """;

  private final Draft draft = new Draft(pipeline(41, CHAIN));
  private final GraphEdits edits = new GraphEdits(draft);

  @Test
  void namesEveryEditForItsUndo() {
    assertThat(edits.add("wait", "Wait", new Place.After("2"))).containsExactly("3");
    assertThat(draft.undoLabel()).contains("add Wait");
    edits.connect("1", "3");
    assertThat(draft.undoLabel()).contains("let Wait wait for First");
    edits.disconnect("1", "3");
    assertThat(draft.undoLabel()).contains("disconnect Wait from First");
    edits.move("3", new Place.Beside("1"));
    assertThat(draft.undoLabel()).contains("move Wait");
    assertThat(edits.duplicate(List.of("1", "2"))).containsExactly("4", "5");
    assertThat(draft.undoLabel()).contains("duplicate 2 stages");
    assertThat(edits.remove(List.of("2"))).containsExactly("1");
    assertThat(draft.undoLabel()).contains("remove Second");
  }

  @Test
  void findsProblemsByStageErrorsFirst() {
    StageProblems problems =
        StageProblems.of(
            draft.document(),
            List.of(
                Problem.warning("$.stages[1].type", "unknown", "replace"),
                Problem.error("$.stages[1].waitTime", "missing", "fill in"),
                Problem.error("$.name", "empty", "name it")));

    assertThat(problems.errors("2")).isEqualTo(1);
    assertThat(problems.warnings("2")).isEqualTo(1);
    assertThat(problems.ofStage("2")).extracting("path").containsExactly(".waitTime", ".type");
    assertThat(problems.ofStage("1")).isEmpty();
    assertThat(problems.all().getFirst().problem().isError()).isTrue();
    assertThat(problems.errors()).isEqualTo(2);
    assertThat(problems.all()).anySatisfy(l -> assertThat(l.stage()).isNull());
  }

  @Test
  void putsAStageWhereTheWishSays() {
    Document document = draft.document();

    assertThat(place("1", null, null, false)).isEqualTo(new Place.After("1"));
    assertThat(place("1", "2", null, false)).isEqualTo(new Place.Between("1", "2"));
    assertThat(place(null, null, "2", false)).isEqualTo(new Place.Beside("2"));
    assertThat(place("1", null, null, true)).isEqualTo(new Place.Branch("1"));
    assertThat(place(null, null, null, true)).isEqualTo(new Place.Branch(null));
    assertThat(place(null, null, null, false)).isEqualTo(new Place.After("2"));
    assertThat(PalettePlace.title(new Place.Between("1", "2"), document))
        .isEqualTo("Insert a stage before Second");
    assertThat(PalettePlace.parallel(new Place.After("1"))).isEqualTo(new Place.Beside("1"));
  }

  @Test
  void readsAndWritesWhatAFailureDoes() {
    Document document = draft.document();
    assertThat(OnFailure.of(document, "1")).isEqualTo(OnFailure.STOP_ALL);
    for (OnFailure choice : OnFailure.values()) {
      assertThat(OnFailure.of(choice.in(document, "1"), "1")).isEqualTo(choice);
    }
  }

  private Place place(String after, String before, String parallelTo, boolean branch) {
    return PalettePlace.of(
        new GraphCommand.OpenPalette(after, before, parallelTo, branch, null), draft.document());
  }

  private static Pipeline pipeline(int revision, String json) {
    return new Pipeline(
        "id",
        "shop",
        "Release",
        revision,
        Instant.EPOCH,
        "dev",
        (ObjectNode) JsonMapper.shared().readTree(json));
  }
}

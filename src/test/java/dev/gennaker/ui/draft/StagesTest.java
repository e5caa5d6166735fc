package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {

  private final RefIds refIds = new RefIds();

  @Test
  void addsAStageWithANumberAndANameOfItsOwn() {
    Document chain = Drawn.document("1, 2<1");

    Stages.Added first = Stages.add(chain, refIds, "wait", "Wait", new Place.After("1"));
    Stages.Added second =
        Stages.add(first.document(), refIds, "wait", "Wait", new Place.Branch(null));

    assertThat(first.stages()).containsExactly("3");
    assertThat(Drawn.of(first.document())).isEqualTo("1, 2<3, 3<1");
    assertThat(second.document().nameOf("4")).isEqualTo("Wait 2");
    assertThat(second.document().get("4", Path.of("type"))).hasToString("\"wait\"");
  }

  @Test
  void neverGivesTheNumberOfARemovedStageAgain() {
    Document chain = Drawn.document("1, 2<1");
    Stages.Added added = Stages.add(chain, refIds, "wait", "Wait", new Place.After("2"));

    Document removed = Wiring.remove(added.document(), added.stages());
    Stages.Added again = Stages.add(removed, refIds, "wait", "Wait", new Place.After("2"));

    assertThat(again.stages()).containsExactly("4");
  }

  @Test
  void writesAStageNextToTheOneItFollows() {
    Stages.Added added =
        Stages.add(Drawn.document("1, 2<1, 3<2"), refIds, "wait", "W", new Place.After("1"));

    assertThat(added.document().stages()).extracting("refId").containsExactly("1", "4", "2", "3");
  }

  @Test
  void doublesStagesWithTheLinesBetweenThem() {
    Stages.Added added =
        Stages.duplicate(Drawn.document("1, 2<1, 3<2, 4<3"), refIds, List.of("2", "3"));

    assertThat(Drawn.of(added.document())).isEqualTo("1, 2<1, 3<2, 4<3, 5<1, 6<5");
    assertThat(added.document().nameOf("5")).isEqualTo("2 2");
    assertThat(added.document().get("6", Path.of("mystery"))).hasToString("\"of 3\"");
  }

  @Test
  void pastesWhatWasCopiedAlsoIntoAnotherPipeline() {
    String text = Stages.copy(Drawn.document("a, b<a, c<b"), List.of("b", "c"));

    Stages.Added added = Stages.paste(Drawn.document("1, 2<1"), refIds, text, "1");

    assertThat(Drawn.of(added.document())).isEqualTo("1, 2<1, 3<1, 4<3");
    assertThat(added.document().nameOf("3")).isEqualTo("B");
    assertThat(added.document().get("4", Path.of("mystery"))).hasToString("\"of c\"");
  }

  @Test
  void pastesASingleStageAListAndAWholePipeline() {
    Document empty = Drawn.document("");
    String stage = "{\"type\":\"wait\",\"waitTime\":5}";

    assertThat(Stages.paste(empty, refIds, stage, null).stages()).hasSize(1);
    assertThat(Stages.paste(empty, refIds, "[" + stage + "]", null).stages()).hasSize(1);
    assertThat(
            Stages.paste(empty, refIds, "{\"pipeline\":{\"stages\":[" + stage + "]}}", null)
                .document()
                .stages())
        .singleElement()
        .satisfies(pasted -> assertThat(pasted.name()).isEqualTo("wait"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "", "7", "[]", "{\"stages\":[1]}", "{\"a\":1}", "[{\"type\":3}]"})
  void refusesTextThatHoldsNoStages(String text) {
    assertThatThrownBy(() -> Stages.paste(Drawn.document("1"), refIds, text, null))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("clipboard");
  }
}

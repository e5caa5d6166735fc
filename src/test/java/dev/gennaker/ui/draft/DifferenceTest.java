package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

  private final Document saved = Drawn.document("a, b<a");

  @Test
  void isEmptyForTheSame() {
    assertThat(Difference.between(saved, Document.of(saved.toJson()))).isEmpty();
  }

  @Test
  void namesWhatWasAddedRemovedChangedAndRewired() {
    Document edited =
        Stages.add(saved, new RefIds(), "wait", "Wait", new Place.After("a")).document();
    edited = edited.with("b", Path.of("waitTime"), json("30"));
    edited = edited.with(Path.of("description"), json("\"How we release\""));
    edited = Wiring.remove(edited, List.of("a"));

    assertThat(Difference.between(saved, edited))
        .containsExactly(
            new Change(Change.Kind.ADDED, "1", "Wait", "added at the start"),
            new Change(Change.Kind.CHANGED, "b", "B", "wait time → 30"),
            new Change(Change.Kind.REWIRED, "b", "B", "now waits for Wait; no longer waits for A"),
            new Change(Change.Kind.REMOVED, "a", "A", "removed"),
            new Change(Change.Kind.CHANGED, null, "Pipeline", "description → How we release"));
  }

  @Test
  void saysWhichPartChangedWhereItIsLarge() {
    Document edited = saved.with("b", Path.of("clusters", 0, "account"), json("\"prod\""));
    Document more = edited.with("b", Path.of("clusters", 0, "account"), json("\"dev\""));

    assertThat(Difference.between(saved, edited))
        .extracting(Change::detail)
        .containsExactly("clusters added");
    assertThat(Difference.between(edited, more))
        .extracting(Change::detail)
        .containsExactly("clusters changed");
  }

  @Test
  void ignoresWhatTheServerWritesAndNullForAbsent() {
    Document edited =
        saved
            .with(Path.of("updateTs"), json("\"123\""))
            .with(Path.of("id"), json("\"x\""))
            .with("a", Path.of("comments"), json("null"));

    assertThat(Difference.between(saved, edited)).isEmpty();
  }

  @Test
  void shortensLongValues() {
    assertThat(Difference.brief(json("\"" + "x".repeat(80) + "\""))).hasSize(28).endsWith("…");
    assertThat(Difference.brief(null)).isEqualTo("nothing");
    assertThat(Difference.words("completeOtherBranchesThenFail"))
        .isEqualTo("complete other branches then fail");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}

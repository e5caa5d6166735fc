package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WiringTest {

  private static final String DIAMOND = "a, b<a, c<a, d<b+c";

  @Test
  void connectsAndDisconnects() {
    Document chain = Drawn.document("a, b<a, c");

    assertThat(Drawn.of(Wiring.connect(chain, "b", "c"))).isEqualTo("a, b<a, c<b");
    assertThat(Drawn.of(Wiring.disconnect(chain, "a", "b"))).isEqualTo("a, b, c");
    assertThat(Wiring.connect(chain, "a", "b")).isEqualTo(chain);
    assertThat(Wiring.disconnect(chain, "a", "c")).isEqualTo(chain);
  }

  @Test
  void refusesCirclesAndNamesTheWay() {
    Document diamond = Drawn.document(DIAMOND);

    assertThatThrownBy(() -> Wiring.connect(diamond, "d", "a"))
        .isInstanceOf(EditRefused.class)
        .hasMessage("A cannot wait for D: that would close a circle, A → B → D → A.");
    assertThatThrownBy(() -> Wiring.connect(diamond, "a", "a"))
        .isInstanceOf(EditRefused.class)
        .hasMessage("A cannot wait for itself.");
  }

  @Test
  void refusesStagesThatAreGone() {
    assertThatThrownBy(() -> Wiring.connect(Drawn.document("a"), "a", "z"))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("no stage z any more");
    assertThatThrownBy(() -> Wiring.remove(Drawn.document("a"), List.of("z")))
        .isInstanceOf(EditRefused.class);
  }

  @Test
  void removesAndClosesTheGap() {
    assertThat(Drawn.of(Wiring.remove(Drawn.document("a, b<a, c<b"), List.of("b"))))
        .isEqualTo("a, c<a");
    assertThat(Drawn.of(Wiring.remove(Drawn.document("a, b<a, c<b"), List.of("a", "b"))))
        .isEqualTo("c");
  }

  @Test
  void closesNoGapThatIsClosedAnotherWay() {
    assertThat(Drawn.of(Wiring.remove(Drawn.document(DIAMOND), List.of("b"))))
        .isEqualTo("a, c<a, d<c");
  }

  @Test
  void putsAStageAfterAnotherInFrontOfAllThatFollowed() {
    Document edited = Wiring.put(Drawn.document("a, b<a, c<a, x"), "x", new Place.After("a"));

    assertThat(Drawn.of(edited)).isEqualTo("a, b<x, c<x, x<a");
  }

  @Test
  void putsAStageInFrontOfEverything() {
    Document edited = Wiring.put(Drawn.document("a, b, c<a, x"), "x", new Place.After(null));

    assertThat(Drawn.of(edited)).isEqualTo("a<x, b<x, c<a, x");
  }

  @Test
  void putsAStageOnALine() {
    Document fork = Drawn.document("a, b<a, c<a, x");

    assertThat(Drawn.of(Wiring.put(fork, "x", new Place.Between("a", "c"))))
        .isEqualTo("a, b<a, c<x, x<a");
    assertThat(Drawn.of(Wiring.put(fork, "x", new Place.Between(null, "a"))))
        .isEqualTo("a<x, b<a, c<a, x");
  }

  @Test
  void putsAStageBesideAnother() {
    Document edited = Wiring.put(Drawn.document("a, b<a, c<b, x"), "x", new Place.Beside("b"));

    assertThat(Drawn.of(edited)).isEqualTo("a, b<a, c<b+x, x<a");
  }

  @Test
  void movesAStageOutOfItsPlaceIntoAnother() {
    Document chain = Drawn.document("a, b<a, c<b, d<c");

    assertThat(Drawn.of(Wiring.move(chain, "b", new Place.Between("c", "d"))))
        .isEqualTo("a, b<c, c<a, d<b");
    assertThat(Drawn.of(Wiring.move(chain, "d", new Place.Beside("a"))))
        .isEqualTo("a, b<a+d, c<b, d");
    assertThat(Wiring.move(chain, "b", new Place.Beside("b"))).isEqualTo(chain);
    assertThat(Wiring.move(chain, "b", new Place.Between("a", "b"))).isEqualTo(chain);
  }

  @Test
  void setsAllThatAStageWaitsFor() {
    Document chain = Drawn.document("a, b<a, c<b");

    assertThat(Drawn.of(Wiring.waitsFor(chain, "c", List.of("a")))).isEqualTo("a, b<a, c<a");
    assertThatThrownBy(() -> Wiring.waitsFor(chain, "a", List.of("c")))
        .isInstanceOf(EditRefused.class);
  }

  @Test
  void keepsEveryKeyItDoesNotKnow() {
    Document edited = Wiring.remove(Drawn.document(DIAMOND), List.of("b"));

    assertThat(edited.get(Path.of("unknownToAll"))).hasToString("42");
    assertThat(edited.get("d", Path.of("mystery"))).hasToString("\"of d\"");
  }

  @Test
  void writesOutTheOrderThatWasLeftToTheList() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    for (String name : List.of("one", "two", "three")) {
      root.withArray("stages").addObject().put("type", "wait").put("name", name);
    }

    Document edited = Wiring.remove(Document.of(root), List.of("1"));

    assertThat(Drawn.of(edited)).isEqualTo("0, 2<0");
    assertThat(edited.nameOf("2")).isEqualTo("three");
  }

  @Test
  void doesNotHangOnCirclesWrittenByHand() {
    Document circle = Drawn.document("a<b, b<a, c<b");

    assertThat(Drawn.of(Wiring.remove(circle, List.of("b")))).isEqualTo("a<a, c<a");
    assertThat(Drawn.of(Wiring.disconnect(circle, "b", "a"))).isEqualTo("a, b<a, c<b");
  }
}

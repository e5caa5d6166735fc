package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever people do to a graph in whatever order. */
class DraftProperties {

  private static final List<String> TYPES = List.of("wait", "deploy");

  @Property(tries = 200)
  void neverClosesACircleAndUndoesToTheStart(@ForAll long seed) {
    Random random = new Random(seed);
    Draft draft = new Draft(DraftTest.revision(1, Drawn.document("1, 2<1, 3<1, 4<2+3")));
    for (int i = 0; i < 25; i++) {
      try {
        draft.edit("step " + i, document -> anyEdit(document, draft.refIds(), random));
      } catch (EditRefused refused) {
        // People try what cannot be; the document must not notice.
      }
      assertThat(hasCircle(draft.document())).isFalse();
    }
    Document last = draft.document();
    assertThat(last.get(Path.of("unknownToAll"))).hasToString("42");

    int steps = 0;
    while (draft.undo()) {
      steps++;
    }
    assertThat(draft.document()).isEqualTo(draft.saved());
    for (int i = 0; i < steps; i++) {
      assertThat(draft.redo()).isTrue();
    }
    assertThat(draft.document()).isEqualTo(last);
  }

  private static Document anyEdit(Document document, RefIds refIds, Random random) {
    String a = any(document, random);
    String b = any(document, random);
    return switch (random.nextInt(9)) {
      case 0 -> Wiring.connect(document, a, b);
      case 1 -> Wiring.disconnect(document, a, b);
      case 2 -> Wiring.remove(document, List.of(a));
      case 3 -> Wiring.move(document, a, new Place.Beside(b));
      case 4 -> Wiring.move(document, a, line(document, random));
      case 5 -> Stages.duplicate(document, refIds, List.of(a)).document();
      case 6 -> Stages.paste(document, refIds, Stages.copy(document, List.of(a, b)), a).document();
      default ->
          Stages.add(
                  document,
                  refIds,
                  TYPES.get(random.nextInt(2)),
                  "New",
                  random.nextBoolean() ? new Place.After(a) : line(document, random))
              .document();
    };
  }

  private static Place line(Document document, Random random) {
    List<Place> lines = new ArrayList<>(List.of(new Place.After(null)));
    document
        .stages()
        .forEach(
            stage ->
                stage.requisites().forEach(r -> lines.add(new Place.Between(r, stage.refId()))));
    return lines.get(random.nextInt(lines.size()));
  }

  private static String any(Document document, Random random) {
    return document.stages().isEmpty()
        ? "none"
        : document.stages().get(random.nextInt(document.stages().size())).refId();
  }

  private static boolean hasCircle(Document document) {
    return document.stages().stream()
        .anyMatch(
            stage ->
                Wiring.successors(document, stage.refId()).stream()
                    .anyMatch(next -> !Wiring.way(document, next, stage.refId()).isEmpty()));
  }
}

package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.draft.Wiring;
import dev.gennaker.ui.graph.GraphCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a stage goes that is about to be chosen, and how that is said. */
final class PalettePlace {

  private PalettePlace() {}

  /** Nothing selected means the end, where there is one end. */
  static Place of(GraphCommand.OpenPalette wish, Document document) {
    @Nullable String parallelTo = wish.parallelTo();
    if (parallelTo != null) {
      return new Place.Beside(parallelTo);
    }
    @Nullable String before = wish.before();
    if (before != null) {
      return new Place.Between(wish.after(), before);
    }
    if (wish.branch()) {
      return new Place.Branch(wish.after());
    }
    return wish.after() == null ? atTheEnd(document) : new Place.After(wish.after());
  }

  /** The same wish, but beside instead of after. */
  static Place parallel(Place place) {
    return switch (place) {
      case Place.After(@Nullable String stage) -> stage == null ? place : new Place.Beside(stage);
      case Place.Between(@Nullable String from, String to) -> new Place.Beside(to);
      case Place.Beside beside -> beside;
      case Place.Branch branch -> branch;
    };
  }

  static String title(Place place, Document document) {
    return switch (place) {
      case Place.After(@Nullable String stage) ->
          stage == null ? "Add a first stage" : "Add a stage after " + document.nameOf(stage);
      case Place.Between(@Nullable String from, String to) ->
          "Insert a stage before " + document.nameOf(to);
      case Place.Beside(String stage) -> "Add a stage beside " + document.nameOf(stage);
      case Place.Branch(@Nullable String from) ->
          from == null ? "Add a stage" : "Add a branch after " + document.nameOf(from);
    };
  }

  private static Place atTheEnd(Document document) {
    List<String> ends =
        document.stages().stream()
            .map(StageDefinition::refId)
            .filter(id -> Wiring.successors(document, id).isEmpty())
            .toList();
    return ends.size() == 1 ? new Place.After(ends.getFirst()) : new Place.Branch(null);
  }
}

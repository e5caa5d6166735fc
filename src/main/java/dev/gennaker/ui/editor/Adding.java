package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.stage.StageType;
import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.graph.GraphCommand;
import dev.gennaker.ui.graph.PipelineGraph;
import dev.gennaker.ui.kit.Icon;

/** Adding a stage: where was said on the graph, what is chosen in the palette. */
final class Adding {

  private final Desk desk;
  private final PipelineGraph graph;
  private final RecentTypes recent;
  private final Runnable added;
  private final Palette palette;
  private Place place = new Place.Branch(null);

  /**
   * @param added called when a stage was added and is selected
   */
  Adding(Desk desk, PipelineGraph graph, RecentTypes recent, Runnable added) {
    this.desk = desk;
    this.graph = graph;
    this.recent = recent;
    this.added = added;
    palette =
        new Palette(
            new PaletteList(desk.services().catalog(), recent::newestFirst),
            this::add,
            graph::focusBoard);
  }

  Palette palette() {
    return palette;
  }

  void open(GraphCommand.OpenPalette wish) {
    if (desk.editable()) {
      place = PalettePlace.of(wish, desk.document());
      palette.open(PalettePlace.title(place, desk.document()));
    }
  }

  void close() {
    palette.close();
  }

  /** The button at the corner of the graph. */
  NativeButton button() {
    Span key = new Span("/");
    key.addClassName("k");
    NativeButton button = new NativeButton("", click -> open(afterSelected()));
    button.add(new Icon("plus", "i14"), new Span("Add a stage"), key);
    button.addClassName("addb");
    button.getElement().setAttribute("data-test", "add-stage");
    button.setVisible(desk.editable());
    return button;
  }

  private GraphCommand.OpenPalette afterSelected() {
    return new GraphCommand.OpenPalette(
        graph.selected().isEmpty() ? null : graph.selected().getLast(), null, null, false, null);
  }

  private void add(StageType<?> type, boolean parallel) {
    recent.used(type.type());
    Place where = parallel ? PalettePlace.parallel(place) : place;
    desk.edit(edits -> edits.add(type.type(), type.label(), where));
    added.run();
  }
}

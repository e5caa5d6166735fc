package dev.gennaker.ui.editor;

import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.draft.Stages;
import dev.gennaker.ui.graph.GraphCommand;
import dev.gennaker.ui.graph.PipelineGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what people do on the graph into edits of the draft. */
final class Gestures {

  private final Desk desk;
  private final PipelineGraph graph;
  private final Inspector inspector;
  private final Wishes wishes;

  Gestures(Desk desk, PipelineGraph graph, Inspector inspector, Wishes wishes) {
    this.desk = desk;
    this.graph = graph;
    this.inspector = inspector;
    this.wishes = wishes;
  }

  void hear(GraphCommand command) {
    switch (command) {
      case GraphCommand.Select(List<String> ids) -> select(ids);
      case GraphCommand.SelectEdge edge -> inspector.show(List.of());
      case GraphCommand.Edit(String id) -> {
        inspector.show(List.of(id));
        inspector.focusFirst();
      }
      case GraphCommand.OpenPalette wish -> wishes.add(wish);
      case GraphCommand.Connect(String from, String to) ->
          desk.editInPlace(edits -> edits.connect(from, to));
      case GraphCommand.Disconnect(String from, String to) ->
          desk.editInPlace(edits -> edits.disconnect(from, to));
      case GraphCommand.Remove(List<String> ids) -> remove(ids);
      case GraphCommand.Duplicate(List<String> ids) -> desk.edit(edits -> edits.duplicate(ids));
      case GraphCommand.Insert(String id, @Nullable String from, String to) ->
          desk.editInPlace(edits -> edits.move(id, new Place.Between(from, to)));
      case GraphCommand.Beside(String id, String other) ->
          desk.editInPlace(edits -> edits.move(id, new Place.Beside(other)));
      case GraphCommand.Copy(List<String> ids, boolean cut) -> copy(ids, cut);
      case GraphCommand.Paste(String text, @Nullable String after) ->
          desk.edit(edits -> edits.paste(text, after));
      case GraphCommand.Undo undo -> wishes.undo();
      case GraphCommand.Redo redo -> wishes.redo();
      case GraphCommand.Save save -> wishes.save();
      case GraphCommand.GoToProblem(boolean back) -> wishes.problem(back);
      case GraphCommand.Leave leave -> wishes.stopAdding();
      case GraphCommand.Act act -> graph.explain("Nothing is running here.");
    }
  }

  private void select(List<String> ids) {
    desk.draft().seal();
    inspector.show(ids);
    wishes.selected(ids);
  }

  private void remove(List<String> ids) {
    String what = ids.size() == 1 ? desk.document().nameOf(ids.getFirst()) : ids.size() + " stages";
    desk.edit(edits -> edits.remove(ids));
    graph.announce(what + " removed. Control Z brings it back.");
  }

  private void copy(List<String> ids, boolean cut) {
    graph.putOnClipboard(Stages.copy(desk.document(), ids));
    graph.announce(ids.size() == 1 ? "Copied" : ids.size() + " stages copied");
    if (cut) {
      desk.edit(edits -> edits.remove(ids));
    }
  }
}

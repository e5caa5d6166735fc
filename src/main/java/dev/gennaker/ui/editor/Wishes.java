package dev.gennaker.ui.editor;

import dev.gennaker.ui.graph.GraphCommand;
import java.util.List;

/** What the parts of an open editor ask of it. */
interface Wishes {

  void undo();

  void redo();

  /** Shows the picture, or the text. */
  void view(boolean text);

  /** Opens or closes the list of changes. */
  void changes();

  void save();

  void start();

  /** Offers stage types. */
  void add(GraphCommand.OpenPalette wish);

  void stopAdding();

  /** Goes to the next problem, or the one before. */
  void problem(boolean back);

  /** A person selected these on the graph. */
  void selected(List<String> stages);
}

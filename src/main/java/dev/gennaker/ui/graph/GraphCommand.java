package dev.gennaker.ui.graph;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of the graph. It comes from a browser: ids may name nothing, and whoever
 * answers decides what happens. The graph shows nothing of it until it is given a new model.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GraphCommand {

  /** These stages are selected now; the last one has the keyboard. Empty for none. */
  @JsonTypeName("select")
  record Select(List<String> ids) implements GraphCommand {}

  /** A line is selected. */
  @JsonTypeName("selectEdge")
  record SelectEdge(String from, String to) implements GraphCommand {}

  /** Open this stage: its settings want the focus. */
  @JsonTypeName("edit")
  record Edit(String id) implements GraphCommand {}

  /**
   * Choose a stage type to add.
   *
   * @param after the stage it follows, in front of all that followed it; null for the start
   * @param before set when it goes between {@code after} and this one only
   * @param parallelTo set when it goes beside this one
   * @param branch whether what follows {@code after} is left as it is; without {@code after} it
   *     starts on its own
   * @param at where in the window; null when the keyboard asked
   */
  @JsonTypeName("palette")
  record OpenPalette(
      @Nullable String after,
      @Nullable String before,
      @Nullable String parallelTo,
      boolean branch,
      @Nullable At at)
      implements GraphCommand {}

  /** {@code to} waits for {@code from} as well. */
  @JsonTypeName("connect")
  record Connect(String from, String to) implements GraphCommand {}

  @JsonTypeName("disconnect")
  record Disconnect(String from, String to) implements GraphCommand {}

  /** Remove and close the gap. */
  @JsonTypeName("remove")
  record Remove(List<String> ids) implements GraphCommand {}

  @JsonTypeName("duplicate")
  record Duplicate(List<String> ids) implements GraphCommand {}

  /** Take the stage out of where it is and put it between two others; {@code from} null: first. */
  @JsonTypeName("insert")
  record Insert(String id, @Nullable String from, String to) implements GraphCommand {}

  /** Take the stage out of where it is and run it beside another. */
  @JsonTypeName("beside")
  record Beside(String id, String other) implements GraphCommand {}

  /** Answer with {@link PipelineGraph#putOnClipboard}. */
  @JsonTypeName("copy")
  record Copy(List<String> ids, boolean cut) implements GraphCommand {}

  @JsonTypeName("paste")
  record Paste(String text, @Nullable String after) implements GraphCommand {}

  @JsonTypeName("undo")
  record Undo() implements GraphCommand {}

  @JsonTypeName("redo")
  record Redo() implements GraphCommand {}

  @JsonTypeName("save")
  record Save() implements GraphCommand {}

  /** Go to the next problem, or the one before. */
  @JsonTypeName("problem")
  record GoToProblem(boolean back) implements GraphCommand {}

  /** Escape with nothing selected. */
  @JsonTypeName("leave")
  record Leave() implements GraphCommand {}

  /** Do {@link StageAction#name} with the stage. */
  @JsonTypeName("act")
  record Act(String id, String action) implements GraphCommand {}

  /** A point of the window, CSS pixels from the top left. */
  record At(double x, double y) {}
}

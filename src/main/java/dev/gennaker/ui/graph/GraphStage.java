package dev.gennaker.ui.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stage as drawn.
 *
 * @param id unique in the graph; the stage's refId
 * @param type key of the stage type
 * @param typeLabel what people call the type
 * @param icon name of a line icon of the theme
 * @param headline its essential setting in one line, written by the stage type; parts in backticks
 *     are code
 * @param after ids of the stages it waits for; names that lead nowhere are ignored
 * @param group the {@link GraphGroup} it belongs to; null for none
 * @param note what people wrote about it; empty for nothing
 * @param run where it stands in a run; null outside one
 * @param edit what the editor knows about it; null outside the editor
 */
public record GraphStage(
    String id,
    String name,
    String type,
    String typeLabel,
    String icon,
    String headline,
    List<String> after,
    @Nullable String group,
    String note,
    @Nullable RunMark run,
    @Nullable EditMark edit) {

  public GraphStage {
    after = List.copyOf(after);
  }

  /** A stage without group, note and marks. */
  public static GraphStage of(
      String id,
      String name,
      String type,
      String typeLabel,
      String icon,
      String headline,
      List<String> after) {
    return new GraphStage(id, name, type, typeLabel, icon, headline, after, null, "", null, null);
  }

  public GraphStage inGroup(@Nullable String group) {
    return new GraphStage(id, name, type, typeLabel, icon, headline, after, group, note, run, edit);
  }

  public GraphStage withNote(String note) {
    return new GraphStage(id, name, type, typeLabel, icon, headline, after, group, note, run, edit);
  }

  public GraphStage withRun(@Nullable RunMark run) {
    return new GraphStage(id, name, type, typeLabel, icon, headline, after, group, note, run, edit);
  }

  public GraphStage withEdit(@Nullable EditMark edit) {
    return new GraphStage(id, name, type, typeLabel, icon, headline, after, group, note, run, edit);
  }

  boolean standsLike(GraphStage other) {
    return id.equals(other.id)
        && after.equals(other.after)
        && java.util.Objects.equals(group, other.group);
  }
}

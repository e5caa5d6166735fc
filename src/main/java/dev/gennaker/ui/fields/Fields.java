package dev.gennaker.ui.fields;

import dev.gennaker.execution.StagePreview;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.draft.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a form edits; paths start at the object the fields describe. */
public interface Fields {

  /** A value as it is now; null where there is none. */
  @Nullable JsonNode read(Path path);

  /** A value as it was saved; null where there was none. */
  @Nullable JsonNode saved(Path path);

  /** Sets or, with null, removes a value. */
  void write(Path path, @Nullable JsonNode value, Field field);

  /** What is wrong with exactly this value. */
  List<Problem> problems(Path path);

  /** Values to choose from where the kind of field has some now; empty where anything goes. */
  List<Choice> choices(Field field, Path path);

  /** Whether values may be asked at start or worked out: those of stages, not of the pipeline. */
  boolean mayAsk();

  /** Makes the value a question at start, with what it is now as the default. */
  void ask(Path path, Field field);

  /** Takes the question back; its default becomes the value. */
  void unask(Path path, Field field);

  /** What expressions in a value become in a run that exists; empty where nothing is known. */
  default List<StagePreview.Text> becomes(Path path) {
    return List.of();
  }

  /** Whether people may change anything. */
  boolean editable();

  /**
   * One value to choose.
   *
   * @param label what people read; equal to the value where that is readable
   */
  record Choice(String value, String label) {
    public static Choice of(String value) {
      return new Choice(value, value);
    }
  }
}

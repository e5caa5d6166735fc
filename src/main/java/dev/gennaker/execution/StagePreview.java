package dev.gennaker.execution;

import java.util.List;

/**
 * What the expressions of a stage's settings become in a run that exists.
 *
 * @param inRun whether the run has this stage
 * @param texts in the order of the settings; what stays as it is written is left out
 */
public record StagePreview(boolean inRun, List<Text> texts) {

  /** Nothing to tell. */
  public static final StagePreview NOTHING = new StagePreview(true, List.of());

  public StagePreview {
    texts = List.copyOf(texts);
  }

  /**
   * A text that holds expressions.
   *
   * @param path where it stands in the settings: keys and, in lists, indexes
   */
  public record Text(List<Object> path, String written, Evaluations.Evaluation becomes) {

    public Text {
      path = List.copyOf(path);
    }
  }
}

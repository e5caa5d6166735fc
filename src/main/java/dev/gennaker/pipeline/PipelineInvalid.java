package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.List;

/** A document cannot be saved, or a saved one cannot be run; nothing was changed. */
public final class PipelineInvalid extends RuntimeException {

  private static final int NAME_SHOWN = 60;

  private final transient List<Problem> problems;

  public PipelineInvalid(String what, List<Problem> problems) {
    super(what);
    this.problems = List.copyOf(problems);
  }

  /** Says of which pipeline it is, also where the very name is missing or far too long. */
  static PipelineInvalid notSaved(String name, String why, List<Problem> problems) {
    return new PipelineInvalid(
        "The pipeline %s was not saved: %s".formatted(called(name.strip()), why), problems);
  }

  private static String called(String name) {
    if (name.isEmpty()) {
      return "without a name";
    }
    return name.codePointCount(0, name.length()) <= NAME_SHOWN
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN)) + "…";
  }

  public List<Problem> problems() {
    return problems;
  }
}

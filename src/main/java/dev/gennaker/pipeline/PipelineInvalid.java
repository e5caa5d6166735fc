package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.List;

/** A document cannot be saved, or a saved one cannot be run; nothing was changed. */
public final class PipelineInvalid extends RuntimeException {

  private final transient List<Problem> problems;

  public PipelineInvalid(String what, List<Problem> problems) {
    super(what);
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}

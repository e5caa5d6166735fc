package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.List;

/** An application cannot be saved as given; nothing was changed. */
public final class ApplicationInvalid extends RuntimeException {

  private final transient List<Problem> problems;

  public ApplicationInvalid(String what, List<Problem> problems) {
    super(what);
    this.problems = List.copyOf(problems);
  }

  /** Paths start at {@code $}, the attributes. */
  public List<Problem> problems() {
    return problems;
  }
}

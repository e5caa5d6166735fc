package dev.gennaker.stage;

import java.util.List;
import java.util.stream.Collectors;

/** A stage's evaluated settings cannot be read; the problems say where and why. */
public final class InvalidSettings extends RuntimeException {

  private final transient List<Problem> problems;

  public InvalidSettings(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.path() + ": " + problem.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}

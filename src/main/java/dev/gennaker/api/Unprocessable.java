package dev.gennaker.api;

import dev.gennaker.stage.Problem;
import java.util.List;

/** A request whose content cannot be used; the problems say where. */
final class Unprocessable extends RuntimeException {

  private final transient List<Problem> problems;

  Unprocessable(String what, List<Problem> problems) {
    super(what);
    this.problems = List.copyOf(problems);
  }

  static Unprocessable at(String path, String message, String fix) {
    return new Unprocessable(
        "The request cannot be used: " + message, List.of(Problem.error(path, message, fix)));
  }

  List<Problem> problems() {
    return problems;
  }
}

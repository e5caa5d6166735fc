package dev.gennaker.simulator;

import java.util.regex.Pattern;

/**
 * Something that goes wrong with calls on purpose, a number of times.
 *
 * @param method of the calls it befalls; empty for all
 * @param path a pattern found in the path and query of the calls it befalls; empty for all
 * @param count how many calls it befalls
 * @param status answered instead; 0 cuts the line without an answer
 * @param done whether the call is carried out all the same, and only its answer is lost
 */
public record Fault(String method, String path, int count, int status, boolean done) {

  public Fault {
    Pattern.compile(path);
    if (status != 0 && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be 0 or between 400 and 599");
    }
  }

  /** A burst of one error status on every call. */
  public static Fault burst(int status, int count) {
    return new Fault("", "", count, status, false);
  }

  /** Carries out the next such call but loses the answer. */
  public static Fault lostAnswer(String method, String path) {
    return new Fault(method, path, 1, 0, true);
  }

  boolean befalls(String calledMethod, String calledPath) {
    return (method.isEmpty() || method.equals(calledMethod))
        && Pattern.compile(path).matcher(calledPath).find();
  }

  Fault once() {
    return new Fault(method, path, count - 1, status, done);
  }
}

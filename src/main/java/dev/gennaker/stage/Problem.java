package dev.gennaker.stage;

/**
 * Something wrong with a definition: what a person reads on the node, and a client in a 422.
 *
 * @param severity an error refuses saving; a warning is shown and refuses only running, or nothing
 * @param path where, as a JSON path into the pipeline document, e.g. {@code $.stages[2].waitTime}
 * @param message what is wrong, one sentence
 * @param fix what to do about it, one sentence
 */
public record Problem(Severity severity, String path, String message, String fix) {

  /** How bad a {@link Problem} is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(String path, String message, String fix) {
    return new Problem(Severity.ERROR, path, message, fix);
  }

  public static Problem warning(String path, String message, String fix) {
    return new Problem(Severity.WARNING, path, message, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same problem seen from further out: {@code $.waitTime} below {@code $.stages[2]}. */
  public Problem below(String parent) {
    return new Problem(severity, parent + path.substring(1), message, fix);
  }
}

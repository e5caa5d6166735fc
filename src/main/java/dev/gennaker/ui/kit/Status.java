package dev.gennaker.ui.kit;

import dev.gennaker.execution.ExecutionStatus;

/**
 * How something stands, as people see it: a shape first, then a word, then a colour. The graph's
 * client knows them by the same names.
 */
public enum Status {
  SUCCEEDED("sh-ok", "ok", "Succeeded"),
  RUNNING("sh-run", "run", "Running"),
  NEEDS_YOU("sh-wait", "sail", "Waiting for you"),
  HELD("sh-hold", "wait", "Waiting"),
  FAILED("sh-fail", "fail", "Failed"),
  STOPPED("sh-stop", "off", "Stopped"),
  SKIPPED("sh-skip", "off", "Skipped"),
  NOT_REACHED("sh-dash", "off", "Not reached"),
  TODO("sh-todo", "off", "Not started");

  private final String shape;
  private final String tone;
  private final String word;

  Status(String shape, String tone, String word) {
    this.shape = shape;
    this.tone = tone;
    this.word = word;
  }

  /**
   * How people see a status of the engine.
   *
   * @param waiting whether it waits for something it names
   * @param person whether it waits for a person
   */
  public static Status of(ExecutionStatus status, boolean waiting, boolean person) {
    return switch (status) {
      case NOT_STARTED -> waiting ? HELD : TODO;
      case BUFFERED, PAUSED, SUSPENDED -> HELD;
      case RUNNING -> person ? NEEDS_YOU : waiting ? HELD : RUNNING;
      case SUCCEEDED -> SUCCEEDED;
      case SKIPPED -> SKIPPED;
      // A stopped stage has failed; only its branch ends with it.
      case FAILED_CONTINUE, STOPPED, TERMINAL -> FAILED;
      case CANCELED -> STOPPED;
    };
  }

  /** Name of the shape in the theme's sprite. */
  public String shape() {
    return shape;
  }

  /** Class of its colour. */
  public String tone() {
    return tone;
  }

  public String word() {
    return word;
  }

  /** The word for a whole run, which tells a little more than its shape. */
  public static String wordOf(ExecutionStatus run) {
    return switch (run) {
      case NOT_STARTED, BUFFERED -> "Queued";
      case PAUSED, SUSPENDED -> "Paused";
      case CANCELED -> "Cancelled";
      case RUNNING, SUCCEEDED, SKIPPED, FAILED_CONTINUE, STOPPED, TERMINAL ->
          of(run, false, false).word();
    };
  }
}

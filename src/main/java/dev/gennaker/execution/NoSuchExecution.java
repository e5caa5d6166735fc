package dev.gennaker.execution;

/** No execution, or no stage in it, has that id. */
public final class NoSuchExecution extends RuntimeException {

  public NoSuchExecution(String message) {
    super(message);
  }
}

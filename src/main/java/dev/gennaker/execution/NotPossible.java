package dev.gennaker.execution;

/**
 * What was asked does not fit where the execution or stage stands; the message says why and what is
 * possible.
 */
public final class NotPossible extends RuntimeException {

  public NotPossible(String message) {
    super(message);
  }
}

package dev.gennaker.api;

/** What was asked for is not there; the message says what that was. */
final class NotFound extends RuntimeException {

  NotFound(String message) {
    super(message);
  }
}

package dev.gennaker.security;

/** The configured ways to sign in cannot be used as they are; the server does not start. */
final class UnusableUsers extends RuntimeException {

  private final String action;

  /**
   * @param action what to do about it, one sentence
   */
  UnusableUsers(String message, String action) {
    super(message);
    this.action = action;
  }

  String action() {
    return action;
  }
}

package dev.gennaker.pipeline;

/** No application has that name. */
public final class NoSuchApplication extends RuntimeException {

  public NoSuchApplication(String name) {
    super("There is no application " + name + "; create it first.");
  }
}

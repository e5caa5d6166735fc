package dev.gennaker.pipeline;

/** No application has that name. */
public final class NoSuchApplication extends RuntimeException {

  private final String name;

  public NoSuchApplication(String name) {
    super("There is no application " + name + "; create it first.");
    this.name = name;
  }

  public String name() {
    return name;
  }
}

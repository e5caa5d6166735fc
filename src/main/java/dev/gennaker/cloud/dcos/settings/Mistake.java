package dev.gennaker.cloud.dcos.settings;

/** One sentence about one mistake in the configuration: where, what, how to put it right. */
final class Mistake extends RuntimeException {

  Mistake(String sentence) {
    super(sentence);
  }

  @Override
  public String getMessage() {
    return java.util.Objects.requireNonNull(super.getMessage());
  }
}

package dev.gennaker.cloud;

/** Files of an instance cannot be had; the message is one sentence that says why. */
public final class FilesUnavailable extends RuntimeException {

  /** What that means to who asked. */
  public enum Why {
    /** Nobody knows the instance, or what it wrote was collected. */
    GONE,
    /** The instance has files, but not this one. */
    NO_SUCH_FILE,
    /** The platform does not let Gennaker read them. */
    FORBIDDEN,
    /** The platform did not answer as it should; it may in a moment. */
    SILENT
  }

  private final Why why;

  public FilesUnavailable(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

package dev.gennaker.execution;

/**
 * An execution holds events of a newer version: while nodes are upgraded one after the other, the
 * older ones leave it to the newer.
 */
public final class WrittenByNewer extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  WrittenByNewer(Throwable cause) {
    super(
        "A newer version of Gennaker works on this execution; look at it on a node of that version",
        cause);
  }
}

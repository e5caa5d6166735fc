package dev.gennaker.simulator.files;

import org.jspecify.annotations.Nullable;

/**
 * How a task writes.
 *
 * @param lines of its stdout that are there as soon as it is staged
 * @param rate lines a second into stdout after that
 * @param errorRate lines a second into stderr
 * @param rotate bytes after which a file is rotated
 * @param lastLine of its stderr when it fails; empty for none, null for its message
 */
public record LogKnobs(
    long lines, double rate, double errorRate, long rotate, @Nullable String lastLine) {

  public static final String LINES = "LOG_LINES";
  public static final String RATE = "LOG_RATE";
  public static final String ERROR_RATE = "ERROR_RATE";
  public static final String ROTATE = "LOG_ROTATE";
  public static final String LAST_LINE = "LAST_LINE";

  /** As DC/OS rotates: after 2 MB. */
  public static final LogKnobs DEFAULT = new LogKnobs(20, 1, 0, 2_097_152, null);

  String last(String message) {
    return lastLine == null ? "fatal: " + message : lastLine;
  }
}

package dev.gennaker.simulator.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * All that one stream of a task ever wrote. Every line has the same length, so any part of it can
 * be told without telling what is before it.
 */
final class LogText {

  static final int LINE = 96;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String[] PATHS = {
    "/cart", "/search", "/health", "/orders", "/assets/app.js"
  };

  private final long seed;
  private final boolean error;
  private final Instant begun;
  private final Instant now;
  private final double seconds;
  private final long first;
  private final double rate;
  private final long lines;
  private final byte[] last;

  /**
   * @param now when it ended, or the present moment
   * @param seconds of simulated time it wrote
   */
  LogText(Sandbox sandbox, boolean error, Instant now, double seconds) {
    LogKnobs log = sandbox.log();
    this.seed = sandbox.task().hashCode() * 31L + (error ? 1 : 0);
    this.error = error;
    this.begun = sandbox.begun();
    this.now = now;
    this.seconds = seconds;
    this.first = error ? 0 : log.lines();
    this.rate = error ? log.errorRate() : log.rate();
    this.lines = first + (long) Math.floor(Math.max(0, seconds) * rate + 1e-6);
    boolean failed = error && !sandbox.message().isEmpty();
    String said = failed ? log.last(sandbox.message()) : "";
    this.last = said.isEmpty() ? new byte[0] : (said + "\n").getBytes(StandardCharsets.UTF_8);
  }

  long size() {
    return lines * LINE + last.length;
  }

  /** The bytes from there on, as many as asked for or as there are. */
  byte[] read(long from, int length) {
    int many = (int) Math.max(0, Math.min(length, size() - from));
    byte[] out = new byte[many];
    for (int i = 0; i < many; ) {
      long at = from + i;
      boolean tail = at >= lines * LINE;
      byte[] part = tail ? last : line(at / LINE);
      int skip = (int) (tail ? at - lines * LINE : at % LINE);
      int some = Math.min(many - i, part.length - skip);
      System.arraycopy(part, skip, out, i, some);
      i += some;
    }
    return out;
  }

  /** When what ends there was written. */
  Instant written(long end) {
    long line = (end - 1) / LINE;
    return line >= lines ? now : at(line);
  }

  private Instant at(long line) {
    double after = line < first || seconds <= 0 || rate <= 0 ? 0 : (line - first + 1) / rate;
    double share = seconds <= 0 ? 0 : Math.min(1, after / seconds);
    return begun.plusMillis(Math.round(Duration.between(begun, now).toMillis() * share));
  }

  private byte[] line(long number) {
    long hash = mixed(seed + number * 0x9E3779B97F4A7C15L);
    int pick = (int) Long.remainderUnsigned(hash, PATHS.length);
    int millis = (int) Long.remainderUnsigned(hash >>> 8, 400) + 1;
    String words =
        error
            ? "WARN  slow answer from %s: %d ms".formatted(PATHS[pick], millis + 1000)
            : "INFO  #%d GET %s 200 in %d ms".formatted(number, PATHS[pick], millis);
    String line = STAMP.format(at(number)) + " " + words + " trace=";
    StringBuilder text = new StringBuilder(line);
    for (long more = hash; text.length() < LINE - 1; more = mixed(more)) {
      text.append(String.format("%016x", more));
    }
    text.setLength(LINE - 1);
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}

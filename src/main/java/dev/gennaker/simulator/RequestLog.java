package dev.gennaker.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls a cluster got, the newest hundred thousand of them, so that a test or a person can tell
 * what really happened. Bodies are kept up to 16 kB, and altogether 32 MB of them: beyond that the
 * oldest calls lose theirs. Length and hash are always of the whole.
 */
public final class RequestLog {

  private static final int KEPT = 100_000;
  private static final int PATH_KEPT = 2_000;
  private static final int BODY_KEPT = 16_384;
  private static final int BODIES_KEPT = 32 << 20;

  /**
   * One call.
   *
   * @param path with its query, as it was sent; at most 2,000 characters of it
   * @param body how it begins; empty when there was none, and when too much came since
   * @param bytes how long the body was
   * @param status 0 when the line was cut instead of an answer
   */
  public record Entry(
      long number,
      Instant at,
      String method,
      String path,
      String body,
      int bytes,
      String sha256,
      int status,
      double millis) {

    private Entry withoutBody() {
      return new Entry(number, at, method, path, "", bytes, sha256, status, millis);
    }
  }

  /** Calls whose body went, and newer ones that have theirs. */
  private final Deque<Entry> bodiless = new ArrayDeque<>();

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bodies;
  private final @Nullable Path file;
  private long counter;

  RequestLog(@Nullable Path file) {
    this.file = file;
  }

  synchronized void add(
      Instant at, String method, String path, byte[] body, int status, double millis) {
    String text = new String(body, 0, Math.min(body.length, BODY_KEPT), StandardCharsets.UTF_8);
    String where = path.length() > PATH_KEPT ? path.substring(0, PATH_KEPT) : path;
    Entry entry =
        new Entry(++counter, at, method, where, text, body.length, sha256(body), status, millis);
    entries.addLast(entry);
    bodies += text.length();
    while (bodies > BODIES_KEPT) {
      Entry oldest = entries.removeFirst();
      bodies -= oldest.body().length();
      bodiless.addLast(oldest.withoutBody());
    }
    if (bodiless.size() + entries.size() > KEPT) {
      forgetOldest();
    }
    if (file != null) {
      write(file, entry);
    }
  }

  private void forgetOldest() {
    if (bodiless.pollFirst() == null) {
      bodies -= entries.removeFirst().body().length();
    }
  }

  private static void write(Path file, Entry entry) {
    try {
      Files.writeString(
          file, json(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the request log " + file, e);
    }
  }

  private static String sha256(byte[] body) {
    if (body.length == 0) {
      return "";
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All calls kept, oldest first. */
  public synchronized List<Entry> entries() {
    return Stream.of(bodiless, entries).flatMap(Deque::stream).toList();
  }

  /** Calls with this method (null: any) whose path and query contain the pattern. */
  public List<Entry> find(@Nullable String method, String pathPattern) {
    Pattern pattern = Pattern.compile(pathPattern);
    return entries().stream()
        .filter(e -> method == null || e.method().equals(method))
        .filter(e -> pattern.matcher(e.path()).find())
        .toList();
  }

  /** Forgets everything; numbers go on. */
  public synchronized void clear() {
    bodiless.clear();
    entries.clear();
    bodies = 0;
  }

  static ObjectNode json(Entry entry) {
    return dev.gennaker.simulator.marathon.Json.object()
        .put("number", entry.number())
        .put("at", entry.at().toString())
        .put("method", entry.method())
        .put("path", entry.path())
        .put("body", entry.body())
        .put("bytes", entry.bytes())
        .put("sha256", entry.sha256())
        .put("status", entry.status())
        .put("millis", entry.millis());
  }
}

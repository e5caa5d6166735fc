package dev.gennaker.ui.files;

import dev.gennaker.cloud.FileChunk;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FileTail;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A file somebody looks at, read once for all who do; the end of it is kept meanwhile. */
final class Watch {

  private static final int KEPT = 131_072;
  private static final int QUIET = 60;
  private static final Duration BRISK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final Duration PATIENT = Duration.ofSeconds(30);

  /** What is watched. */
  record Key(InstanceId instance, FilePath file) {}

  /**
   * A part of the file.
   *
   * @param number one more than that of the part before
   * @param turn how often the file was rotated before it, since somebody looks
   */
  record Part(long number, FileChunk chunk, int turn, boolean restarted) {}

  private final Key key;
  private final FileTail tail;
  private final Deque<Part> parts = new ArrayDeque<>();
  private int kept;
  private long last;
  private int turn;
  private int quiet;
  private int failures;
  private String trouble = "";
  private boolean looked;

  Watch(Key key, FileTail tail) {
    this.key = key;
    this.tail = tail;
  }

  Key key() {
    return key;
  }

  /**
   * Looks once.
   *
   * @return whether there is something to tell
   */
  boolean look() {
    try {
      boolean news = false;
      for (Optional<FileTail.Piece> piece = tail.next(); piece.isPresent(); piece = tail.next()) {
        keep(piece.get());
        news = true;
      }
      return settled(news, "");
    } catch (FilesUnavailable unavailable) {
      return settled(false, unavailable.getMessage());
    }
  }

  private synchronized boolean settled(boolean news, String said) {
    boolean first = !looked;
    boolean other = !said.equals(trouble);
    looked = true;
    trouble = said;
    failures = said.isEmpty() ? 0 : failures + 1;
    quiet = news ? 0 : quiet + 1;
    return news || other || first;
  }

  private synchronized void keep(FileTail.Piece piece) {
    if (piece.restarted()) {
      turn++;
    }
    parts.addLast(new Part(++last, piece.chunk(), turn, piece.restarted()));
    kept += piece.chunk().bytes().length;
    while (kept > KEPT && parts.size() > 1) {
      kept -= parts.removeFirst().chunk().bytes().length;
    }
  }

  /** When to look again: often while it grows, seldom when it does not or cannot be read. */
  synchronized Duration pause() {
    if (failures > 0) {
      Duration wait = BRISK.multipliedBy(1L << Math.min(failures, 5));
      return wait.compareTo(PATIENT) > 0 ? PATIENT : wait;
    }
    return quiet > QUIET ? CALM : BRISK;
  }

  /** The parts after that number, as far as they are still kept. */
  synchronized List<Part> since(long number) {
    return parts.stream().filter(part -> part.number() > number).toList();
  }

  /** Whether parts after that number are no longer kept. */
  synchronized boolean missed(long number) {
    return !parts.isEmpty() && parts.getFirst().number() > number + 1;
  }

  /** Why it cannot be read at present; empty when it can. */
  synchronized String trouble() {
    return trouble;
  }

  /** Whether it was looked at yet. */
  synchronized boolean looked() {
    return looked;
  }

  synchronized int turn() {
    return turn;
  }
}

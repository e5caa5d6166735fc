package dev.gennaker.simulator.marathon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One reader of the event stream. Who does not read is cut off, as Marathon does. */
public final class EventStream implements AutoCloseable {

  /** So many events may wait for a reader that has stopped reading. */
  private static final int MAX_OUTSTANDING = 50;

  /** A burst longer than that is no reason to cut off somebody who is reading. */
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int HARD_LIMIT = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> types;
  private final Runnable onClose;
  final boolean heavy;
  final String client;
  private long lastTaken = System.nanoTime();
  private boolean closed;

  EventStream(Set<String> types, boolean heavy, String client, Runnable onClose) {
    this.types = types;
    this.heavy = heavy;
    this.client = client;
    this.onClose = onClose;
  }

  boolean wants(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /** False when the reader was too slow and is now cut off. */
  boolean offer(String text) {
    lock.lock();
    try {
      boolean stalled =
          waiting.size() >= MAX_OUTSTANDING && System.nanoTime() - lastTaken > STALLED_NANOS;
      if (closed || stalled || waiting.size() >= HARD_LIMIT) {
        closed = true;
        arrived.signalAll();
        return false;
      }
      if (waiting.isEmpty()) {
        lastTaken = System.nanoTime();
      }
      waiting.add(text);
      arrived.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next piece of the stream: everything that has arrived, or an empty line when nothing did
   * for ten seconds; null when the stream is over.
   */
  public @Nullable String take() throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(10);
      while (waiting.isEmpty() && !closed && left > 0) {
        left = arrived.awaitNanos(left);
      }
      if (closed) {
        return null;
      }
      if (waiting.isEmpty()) {
        return "\r\n";
      }
      StringBuilder all = new StringBuilder();
      waiting.forEach(all::append);
      waiting.clear();
      lastTaken = System.nanoTime();
      return all.toString();
    } finally {
      lock.unlock();
    }
  }

  void cut() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    cut();
    onClose.run();
  }
}

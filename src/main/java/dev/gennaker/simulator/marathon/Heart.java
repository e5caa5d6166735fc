package dev.gennaker.simulator.marathon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of simulated life. Everything in the model happens inside {@link #run}, under one
 * lock and in the order of time; what takes time is a timer. A running heart beats by a clock; a
 * still one only moves when {@link #advance} turns it, so tests decide when things happen.
 */
public final class Heart implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparing((Timer t) -> t.at).thenComparingLong(t -> t.sequence));
  private final ArrayDeque<Runnable> soon = new ArrayDeque<>();
  private final Clock clock;
  private final boolean still;
  private Instant now;
  private long sequence;
  private double speed;
  private boolean closed;

  private Heart(Clock clock, boolean still, double speed) {
    this.clock = clock;
    this.still = still;
    this.speed = speed;
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A heart that follows the clock; {@code speed} divides every duration. */
  public static Heart beating(Clock clock, double speed) {
    Heart heart = new Heart(clock, false, speed);
    Thread.ofVirtual().name("simulator-heart").start(heart::beat);
    return heart;
  }

  /** A heart that stands still at the clock's present moment until it is advanced by hand. */
  public static Heart still(Clock clock) {
    return new Heart(clock, true, 1);
  }

  public Instant now() {
    return now;
  }

  /** Does something to the model at the present moment, and whatever follows from it at once. */
  public <T> T run(Supplier<T> work) {
    lock.lock();
    try {
      catchUp();
      T result;
      try {
        result = work.get();
      } finally {
        settle();
      }
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  /** Turns a still heart: every timer due on the way fires at its own moment. */
  public void advance(Duration by) {
    lock.lock();
    try {
      if (!still) {
        throw new IllegalStateException(
            "only a cluster started with a still clock can be advanced");
      }
      fireUntil(now.plus(by));
    } finally {
      lock.unlock();
    }
  }

  /** Fires later, in seconds of simulated time; a speed of 10 makes them pass ten times faster. */
  public Timer after(double seconds, Runnable work) {
    Timer timer = new Timer(now.plusMillis(Math.round(seconds * 1000 / speed)), sequence++, work);
    timers.add(timer);
    return timer;
  }

  /** The moment that many seconds of simulated time from now. */
  Instant in(double seconds) {
    return now.plusMillis(Math.round(seconds * 1000 / speed));
  }

  /** Runs before the present moment is over. */
  void soon(Runnable work) {
    soon.add(work);
  }

  double speed() {
    return speed;
  }

  /** Seconds of simulated time until then, never negative. */
  public double secondsUntil(Instant then) {
    return Math.max(0, Duration.between(now, then).toMillis() * speed / 1000.0);
  }

  /** Seconds of simulated time since then. */
  public double secondsSince(Instant then) {
    return Duration.between(then, now).toMillis() * speed / 1000.0;
  }

  /** Timers already waiting keep their order and move to the new pace. */
  void speed(double faster) {
    double ratio = speed / faster;
    speed = faster;
    for (Timer timer : timers.toArray(Timer[]::new)) {
      timers.remove(timer);
      long left = Math.max(0, Duration.between(now, timer.at).toMillis());
      timer.at = now.plusMillis(Math.round(left * ratio));
      timers.add(timer);
    }
  }

  private void catchUp() {
    if (!still) {
      fireUntil(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  private void fireUntil(Instant end) {
    for (Timer next = timers.peek(); next != null && !next.at.isAfter(end); next = timers.peek()) {
      timers.poll();
      if (next.at.isAfter(now)) {
        now = next.at;
      }
      if (!next.cancelled) {
        next.work.run();
        settle();
      }
    }
    if (end.isAfter(now)) {
      now = end;
    }
  }

  private void settle() {
    for (Runnable next = soon.poll(); next != null; next = soon.poll()) {
      next.run();
    }
  }

  private void beat() {
    lock.lock();
    try {
      while (!closed) {
        catchUp();
        @Nullable Timer next = timers.peek();
        long wait = next == null ? 1000 : Duration.between(clock.instant(), next.at).toMillis();
        if (wait > 0 || next == null) {
          boolean woken = changed.await(Math.clamp(wait, 1, 1000), TimeUnit.MILLISECONDS);
          closed |= woken && closed;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** One thing that will happen, unless cancelled before. */
  public static final class Timer {
    private Instant at;
    private final long sequence;
    private final Runnable work;
    private boolean cancelled;

    private Timer(Instant at, long sequence, Runnable work) {
      this.at = at;
      this.sequence = sequence;
      this.work = work;
    }

    public void cancel() {
      cancelled = true;
    }
  }
}

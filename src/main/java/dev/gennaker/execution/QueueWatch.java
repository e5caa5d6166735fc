package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Watches the work queue: how late what is due is picked, and who loses what it worked on. */
@Component
class QueueWatch extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_LAGS = 1000;
  private static final int MOST_LOSSES = 50;

  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Timer lag;
  private final Counter losses;
  private final long[] millis = new long[MOST_LAGS];
  private final Instant[] at = new Instant[MOST_LAGS];
  private int next;
  private final Deque<LeaseLost> lost = new ArrayDeque<>();

  QueueWatch(EngineMeters meters, ApplicationEventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
    this.lag =
        Timer.builder("gennaker.queue.lag")
            .description("How late a due execution is picked")
            .register(meters.registry());
    this.losses =
        Counter.builder("gennaker.lease.losses")
            .description("Executions taken from a node that was silent")
            .register(meters.registry());
  }

  @Override
  public void onExecutionStart(CurrentlyExecuting picked) {
    if (isOurs(picked.getExecution())) {
      Instant now = clock.instant();
      Duration late = Duration.between(picked.getExecution().getExecutionTime(), now);
      Duration shown = late.isNegative() ? Duration.ZERO : late;
      lag.record(shown);
      synchronized (millis) {
        millis[next] = shown.toMillis();
        at[next] = now;
        next = (next + 1) % MOST_LAGS;
      }
    }
  }

  @Override
  public void onExecutionDead(Execution dead) {
    if (isOurs(dead)) {
      losses.increment();
      LOG.warn(
          "Node {} was heard last at {}; what it worked on, execution {}, is taken over",
          dead.pickedBy,
          dead.lastHeartbeat,
          dead.getId());
      events.publishEvent(
          new LeaseLost(dead.getId(), dead.pickedBy, dead.lastHeartbeat, clock.instant()));
    }
  }

  @EventListener
  void on(LeaseLost loss) {
    synchronized (lost) {
      lost.addFirst(loss);
      while (lost.size() > MOST_LOSSES) {
        lost.removeLast();
      }
    }
  }

  /** The last ones since this node started, on whichever node, newest first. */
  List<LeaseLost> losses() {
    synchronized (lost) {
      return List.copyOf(lost);
    }
  }

  QueueLag lag() {
    Instant since = clock.instant().minus(WINDOW);
    long[] late;
    synchronized (millis) {
      late = new long[MOST_LAGS];
      int found = 0;
      for (int i = 0; i < MOST_LAGS; i++) {
        if (at[i] != null && at[i].isAfter(since)) {
          late[found++] = millis[i];
        }
      }
      late = Arrays.copyOf(late, found);
    }
    Arrays.sort(late);
    return late.length == 0
        ? new QueueLag(0, Duration.ZERO, Duration.ZERO)
        : new QueueLag(
            late.length,
            Duration.ofMillis(late[late.length / 2]),
            Duration.ofMillis(late[late.length - 1]));
  }

  private static boolean isOurs(Execution execution) {
    return WorkQueue.TASK.equals(execution.getTaskName());
  }
}

package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.dcos.marathon.MarathonEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What events say may have changed, collected until somebody reads it again. */
final class Hints {

  private final Set<String> apps = new HashSet<>();
  // Nothing was taken yet, so the first need not wait.
  private long takenNanos = System.nanoTime() - Duration.ofHours(1).toNanos();
  private boolean deployments;
  private boolean everything;
  private boolean woken;
  private boolean urgent;
  private boolean stopped;

  /**
   * What was collected.
   *
   * @param deployments whether deployments began, went on or ended
   * @param everything whether nobody can say what changed
   */
  record Batch(Set<String> apps, boolean deployments, boolean everything) {

    boolean isEmpty() {
      return apps.isEmpty() && !deployments && !everything;
    }
  }

  synchronized void event(MarathonEvent event) {
    apps.addAll(event.apps());
    deployments |= event.deployment();
    everything |= event.everything();
    notifyAll();
  }

  /** Everything is to be read anew, at once. */
  synchronized void refresh() {
    everything = true;
    urgent = true;
    notifyAll();
  }

  /** Somebody should look, though nothing changed: the stream is over. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  synchronized void start() {
    stopped = false;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean stopped() {
    return stopped;
  }

  /** Forgets what was collected: everything is about to be read. */
  synchronized void clear() {
    take();
  }

  /**
   * Waits for hints, then a little longer for those that follow at once, and takes them.
   *
   * @param most how long to wait for the first; the batch is empty if none comes
   * @param debounce hints are not taken more often than this; those that come after a silence wait
   *     a quarter of it
   */
  synchronized Batch await(Duration most, Duration debounce) throws InterruptedException {
    pause(most, true);
    if (!stopped && !woken && !urgent) {
      Duration since = Duration.ofNanos(System.nanoTime() - takenNanos);
      Duration left = debounce.minus(since);
      Duration least = debounce.dividedBy(4);
      pause(left.compareTo(least) > 0 ? left : least, false);
    }
    takenNanos = System.nanoTime();
    return take();
  }

  /** The apps of the hints that are there after a moment; they stay. */
  synchronized Set<String> heard(Duration moment) throws InterruptedException {
    pause(moment, false);
    return Set.copyOf(apps);
  }

  /** Waits unless a refresh or the end cuts it short. */
  synchronized void pause(Duration most) throws InterruptedException {
    woken = false;
    pause(most, false);
    urgent = false;
  }

  private synchronized void pause(Duration most, boolean endWithHints) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!stopped && !woken && !urgent && !(endWithHints && hinted())) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  private boolean hinted() {
    return !apps.isEmpty() || deployments || everything;
  }

  private Batch take() {
    Batch batch = new Batch(Set.copyOf(apps), deployments, everything);
    apps.clear();
    deployments = false;
    everything = false;
    woken = false;
    urgent = false;
    return batch;
  }
}

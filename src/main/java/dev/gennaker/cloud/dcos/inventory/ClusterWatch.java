package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.EventStream;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the picture of one cluster: subscribes, reads everything, then reads again what events
 * touched; now and then, and after every lost stream, everything anew. One virtual thread.
 */
final class ClusterWatch implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

  private final Marathon marathon;
  private final Reader reader;
  private final Timing timing;
  private final Clock clock;
  private final Consumer<Set<String>> changed;
  private final Hints hints = new Hints();
  private volatile Picture picture = Picture.EMPTY;
  private volatile String version = "";
  private volatile @Nullable EventStream live;
  private volatile Freshness lost;
  private volatile @Nullable Instant readAt;
  // Only the watching thread asks: whether the picture was live since it was last stale.
  private boolean wasLive;

  /**
   * @param changed told the owners of what changed; nobody when only the freshness did
   */
  ClusterWatch(
      Marathon marathon, Reader reader, Timing timing, Clock clock, Consumer<Set<String>> changed) {
    this.marathon = marathon;
    this.reader = reader;
    this.timing = timing;
    this.clock = clock;
    this.changed = changed;
    this.lost = new Freshness.Connecting(clock.instant());
  }

  Picture picture() {
    return picture;
  }

  String version() {
    return version;
  }

  Freshness freshness() {
    EventStream stream = live;
    return stream == null ? lost : new Freshness.Live(clock.instant().minus(stream.silence()));
  }

  /** Reads everything anew at once, also when it would only be tried later. */
  void refresh() {
    hints.refresh();
  }

  /** Makes ready to run, again after having been stopped too. */
  ClusterWatch ready() {
    hints.start();
    return this;
  }

  void stop() {
    hints.stop();
  }

  @Override
  public void run() {
    Duration pause = timing.retryFirst();
    while (!hints.stopped()) {
      long began = System.nanoTime();
      try {
        watch();
      } catch (InterruptedException e) {
        return;
      } catch (DcosFault | StreamLost e) {
        if (hints.stopped()) {
          return;
        }
        // A stream that held for a while is no reason to wait long before the next.
        boolean held = System.nanoTime() - began > timing.retryMost().toNanos();
        pause = held ? timing.retryFirst() : pause;
        if (!stale(String.valueOf(e.getMessage()), pause)) {
          return;
        }
        pause = longer(pause);
      } catch (RuntimeException e) {
        LOG.error("Reading {} failed unexpectedly", marathon.cluster(), e);
        if (!stale("reading " + marathon.cluster() + " failed; see the log", pause)) {
          return;
        }
        pause = longer(pause);
      } finally {
        live = null;
      }
    }
  }

  private void watch() throws InterruptedException {
    hints.clear();
    EventStream stream;
    try {
      stream = marathon.events(hints::event, hints::wake);
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof DcosFault.Why.Unreachable)) {
        // Without events an old picture can still be replaced by a newer one.
        readEverything();
      }
      throw fault;
    }
    try (stream) {
      readEverything();
      version = marathon.version();
      live = stream;
      wasLive = true;
      LOG.info("{} is live, {}", marathon.cluster(), version);
      changed.accept(Set.of());
      follow(stream);
    }
  }

  private void follow(EventStream stream) throws InterruptedException {
    Resync resync = new Resync(timing.resync());
    long resyncAt = System.nanoTime() + resync.pause().toNanos();
    while (!hints.stopped()) {
      Duration wait = picture.changes().any() ? timing.busy() : timing.silence().dividedBy(4);
      Hints.Batch batch = hints.await(wait, timing.debounce());
      if (hints.stopped()) {
        return;
      }
      if (!stream.end().isEmpty()) {
        throw new StreamLost(marathon.cluster() + ": " + stream.end());
      }
      if (stream.silence().compareTo(timing.silence()) > 0) {
        throw new StreamLost(
            "%s: the event stream said nothing for %d s"
                .formatted(marathon.cluster(), timing.silence().toSeconds()));
      }
      if (batch.everything() || System.nanoTime() > resyncAt) {
        Picture before = picture;
        readEverything();
        if (!batch.everything()) {
          resync.done(surprised(before, batch));
        }
        resyncAt = System.nanoTime() + resync.pause().toNanos();
      } else if (!batch.isEmpty() || picture.changes().any()) {
        show(reader.some(batch, picture));
      }
    }
  }

  /** Whether something is other than it was of which no event told, nor tells at this moment. */
  private boolean surprised(Picture before, Hints.Batch batch) throws InterruptedException {
    Set<String> unheard = picture.changed(before);
    unheard.removeAll(batch.apps());
    unheard.removeAll(before.changes().byApp().keySet());
    unheard.removeAll(picture.changes().byApp().keySet());
    unheard.removeAll(hints.heard(timing.debounce()));
    if (!unheard.isEmpty()) {
      LOG.info("{}: no event told that {} changed", marathon.cluster(), unheard);
    }
    return !unheard.isEmpty();
  }

  private void readEverything() throws InterruptedException {
    show(reader.everything(picture));
    readAt = clock.instant();
  }

  private void show(Picture next) {
    Set<String> owners = next.difference(picture);
    picture = next;
    if (owners != null) {
      changed.accept(owners);
    }
  }

  /** Says that the picture is old, waits and returns whether to go on. */
  private boolean stale(String reason, Duration pause) {
    live = null;
    Instant now = clock.instant();
    Instant since = lost instanceof Freshness.Stale stale && !wasLive ? stale.since() : now;
    wasLive = false;
    lost = new Freshness.Stale(readAt, since, reason + "; it is tried again", now.plus(pause));
    LOG.warn("{} is stale: {}; next try in {}", marathon.cluster(), reason, pause);
    changed.accept(Set.of());
    try {
      hints.pause(pause);
      return !hints.stopped();
    } catch (InterruptedException e) {
      return false;
    }
  }

  private Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(2);
    Duration most = timing.retryMost();
    Duration bounded = next.compareTo(most) > 0 ? most : next;
    // Not all nodes at the same moment.
    return bounded.multipliedBy(90 + ThreadLocalRandom.current().nextInt(20)).dividedBy(100);
  }

  /** The stream is over or silent. */
  private static final class StreamLost extends RuntimeException {
    StreamLost(String reason) {
      super(reason);
    }
  }
}

package dev.gennaker.ui.files;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FileTail;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.ui.kit.Live;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/**
 * The files people look at now. Each is asked for once, however many look, and not any more when
 * the last of them leaves.
 */
@Service
class Watches {

  private final Clouds clouds;
  private final Live live;
  private final Map<Watch.Key, Watched> open = new HashMap<>();
  private final ScheduledExecutorService pacer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("files").unstarted(task));
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private static final class Watched {
    private final Watch watch;
    private int viewers = 1;

    Watched(Watch watch) {
      this.watch = watch;
    }
  }

  Watches(Clouds clouds, Live live) {
    this.clouds = clouds;
    this.live = live;
  }

  /** Begins to look at a file, or joins those who do; {@link #close} must follow. */
  synchronized Watch open(InstanceId instance, FilePath file) {
    Watch.Key key = new Watch.Key(instance, file);
    Watched watched = open.get(key);
    if (watched != null) {
      watched.viewers++;
      return watched.watch;
    }
    Watch watch = new Watch(key, new FileTail(clouds.files(instance.location()), instance, file));
    open.put(key, new Watched(watch));
    soon(watch, Duration.ZERO);
    return watch;
  }

  synchronized void close(Watch watch) {
    Watched watched = open.get(watch.key());
    if (watched != null && watched.watch == watch && --watched.viewers == 0) {
      open.remove(watch.key());
    }
  }

  /** How many files are looked at. */
  synchronized int size() {
    return open.size();
  }

  private synchronized boolean isOpen(Watch watch) {
    Watched watched = open.get(watch.key());
    return watched != null && watched.watch == watch;
  }

  private void soon(Watch watch, Duration pause) {
    var _ =
        pacer.schedule(
            () -> workers.execute(() -> look(watch)), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Watch watch) {
    if (!isOpen(watch)) {
      return;
    }
    try {
      if (watch.look()) {
        live.happened(watch);
      }
    } finally {
      if (isOpen(watch)) {
        soon(watch, watch.pause());
      }
    }
  }

  @PreDestroy
  void stop() {
    pacer.shutdownNow();
    workers.shutdownNow();
  }
}

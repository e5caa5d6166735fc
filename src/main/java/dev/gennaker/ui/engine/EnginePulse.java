package dev.gennaker.ui.engine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.LeaseLost;
import dev.gennaker.nodes.DatabaseLost;
import dev.gennaker.nodes.MayHaveChanged;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Brings what the engine does to the open pages: within a second after something happened, and
 * every five seconds, because what is late gets later and a node falls silent without an event. It
 * costs nothing while no page is open.
 */
@Service
class EnginePulse {

  private static final int QUIET_BEATS = 5;

  private final Set<Open> pages = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("engine-pulse").unstarted(task));
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean news = new AtomicBoolean();
  private volatile boolean databaseLost;
  private int quiet;

  private record Open(UI ui, Command refresh, AtomicBoolean due) {}

  EnginePulse() {
    var _ = beat.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** Calls {@code refresh} in the page's session for as long as the view is attached. */
  void follow(Component view, Command refresh) {
    view.addAttachListener(
        attached -> {
          Open open = new Open(attached.getUI(), refresh, new AtomicBoolean());
          pages.add(open);
          view.addDetachListener(
              detached -> {
                pages.remove(open);
                detached.unregisterListener();
              });
        });
  }

  @EventListener
  void on(ExecutionChanged event) {
    news.set(true);
  }

  @EventListener
  void on(LeaseLost event) {
    news.set(true);
  }

  @EventListener
  void on(DatabaseLost event) {
    databaseLost = true;
  }

  @EventListener
  void on(MayHaveChanged event) {
    databaseLost = false;
    news.set(true);
  }

  @PreDestroy
  void stop() {
    beat.shutdownNow();
    workers.shutdownNow();
  }

  private void beat() {
    if (databaseLost || pages.isEmpty()) {
      return;
    }
    if (!news.getAndSet(false) && ++quiet < QUIET_BEATS) {
      return;
    }
    quiet = 0;
    pages.forEach(page -> workers.execute(() -> refresh(page)));
  }

  /** One that is slow is asked again when it is done, not in a queue. */
  private static void refresh(Open page) {
    if (page.ui().isAttached() && page.due().compareAndSet(false, true)) {
      var _ =
          page.ui()
              .access(
                  () -> {
                    page.due().set(false);
                    page.refresh().execute();
                  });
    }
  }
}

package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.nodes.DatabaseLost;
import dev.gennaker.nodes.ForEveryNode;
import dev.gennaker.nodes.MayHaveChanged;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Brings what happens to the open pages. A view follows what it shows; a first event reaches it at
 * once, a burst at most four times a second, and the last state of a burst is never missed.
 */
@Service
public class Live {

  private static final long PAUSE_MILLIS = 250;

  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService pacer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("live").unstarted(task));
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean databaseLost;

  /**
   * Calls {@code refresh}, in the page's session, after events of interest, for as long as the view
   * is attached.
   *
   * @param interest told every {@link ForEveryNode}, {@link InventoryChanged}, {@link DatabaseLost}
   *     and {@link MayHaveChanged}, and what {@link #happened}, also while a refresh is due
   *     already, and after the last of them a refresh follows in any case; called outside the
   *     session, so it must not touch components
   */
  public void follow(Component view, Predicate<Object> interest, Command refresh) {
    Runnable attach =
        () -> view.getUI().ifPresent(ui -> attached(view, new Follower(ui, interest, refresh)));
    if (view.isAttached()) {
      attach.run();
    }
    view.addAttachListener(event -> attach.run());
  }

  /** What happened after the view read and before it was heard of would be missed otherwise. */
  private void attached(Component view, Follower follower) {
    followers.add(follower);
    if (!databaseLost) {
      refresh(follower);
    }
    view.addDetachListener(
        event -> {
          followers.remove(follower);
          event.unregisterListener();
        });
  }

  /** Tells those interested of something that concerns the pages of this node only. */
  public void happened(Object event) {
    tell(event);
  }

  @EventListener
  void on(ForEveryNode event) {
    tell(event);
  }

  @EventListener
  void on(InventoryChanged event) {
    tell(event);
  }

  /** Until it is back there is nothing to read. */
  @EventListener
  void on(DatabaseLost event) {
    tell(event);
    databaseLost = true;
  }

  /** Whatever is shown may be stale, so every view reads again. */
  @EventListener
  void on(MayHaveChanged event) {
    databaseLost = false;
    for (Follower follower : followers) {
      var _ = follower.interest.test(event);
      refresh(follower);
    }
  }

  @PreDestroy
  void stop() {
    pacer.shutdownNow();
    workers.shutdownNow();
  }

  private void tell(Object event) {
    if (databaseLost) {
      return;
    }
    for (Follower follower : followers) {
      if (follower.interest.test(event)) {
        refresh(follower);
      }
    }
  }

  private void refresh(Follower follower) {
    if (!follower.due) {
      follower.due = true;
      long wait = follower.lastNanos + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
      long delay = Math.max(0, wait - System.nanoTime());
      var _ = pacer.schedule(() -> workers.execute(follower), delay, TimeUnit.NANOSECONDS);
    }
  }

  /** One view that follows something. */
  private static final class Follower implements Runnable {

    private final UI ui;
    private final Predicate<Object> interest;
    private final Command refresh;
    private volatile boolean due;
    private volatile long lastNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    Follower(UI ui, Predicate<Object> interest, Command refresh) {
      this.ui = ui;
      this.interest = interest;
      this.refresh = refresh;
    }

    /** Reads after it is no longer due: what happens meanwhile leads to another refresh. */
    @Override
    public void run() {
      lastNanos = System.nanoTime();
      if (!ui.isAttached()) {
        return;
      }
      var _ =
          ui.access(
              () -> {
                due = false;
                refresh.execute();
              });
    }
  }
}

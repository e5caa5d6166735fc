package dev.gennaker.nodes;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the other nodes what happened on this one. Straight after the commit and not within it,
 * because PostgreSQL lets transactions that notify commit only one after the other; the first at
 * once, a burst gathered. What could not be told is owed as "anything may have changed".
 */
@Component
class Teller {

  /** All that is told travels here. */
  static final String CHANNEL = "gennaker";

  /** Nobody waits for the disk: a notification outlives no server anyway. */
  private static final String NOTIFY =
      "select set_config('synchronous_commit', 'off', true), pg_notify(?, ?)";

  private static final int MOST = 50_000;
  private static final Duration PACE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private record Nothing() implements ForEveryNode {}

  private final BlockingQueue<ForEveryNode> waiting = new LinkedBlockingQueue<>(MOST);
  private final JdbcClient jdbc;
  private final Self self;
  private final Thread thread = Thread.ofVirtual().name("nodes-teller").unstarted(this::run);
  private final boolean shared;
  private volatile boolean owed;
  private volatile boolean stopping;

  Teller(JdbcClient jdbc, DataSource dataSource, Self self) {
    this.jdbc = jdbc;
    this.self = self;
    this.shared = Database.isShared(dataSource);
    if (shared) {
      thread.start();
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(PayloadApplicationEvent<? extends ForEveryNode> event) {
    if (shared && !(event instanceof FromOtherNode<?>) && !waiting.offer(event.getPayload())) {
      owed = true;
    }
  }

  /** Says what is left to say. */
  @PreDestroy
  void stop() {
    stopping = true;
    try {
      if (shared && waiting.offer(new Nothing())) {
        thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping || !waiting.isEmpty()) {
      try {
        tell(waiting.take());
        Thread.sleep(PACE);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        owed = true;
        LOG.debug("News were not told to the other nodes", e);
        if (stopping || !pause()) {
          return;
        }
      }
    }
  }

  private void tell(ForEveryNode first) {
    List<ForEveryNode> batch = new ArrayList<>(List.of(first));
    waiting.drainTo(batch);
    Map<Object, ForEveryNode> last = new LinkedHashMap<>();
    for (ForEveryNode event : batch) {
      if (!(event instanceof Nothing)) {
        last.put(List.of(event.getClass(), event.topic()), event);
      }
    }
    if (owed) {
      say(News.everything(self.id()));
      owed = false;
    }
    News.write(self.id(), last.values()).forEach(this::say);
  }

  private void say(String news) {
    jdbc.sql(NOTIFY).params(CHANNEL, news).query((row, number) -> number).list();
  }

  private static boolean pause() {
    try {
      Thread.sleep(PATIENCE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}

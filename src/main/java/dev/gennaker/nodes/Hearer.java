package dev.gennaker.nodes;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Publishes here what other nodes tell, in order and on a thread of its own. */
@Component
class Hearer {

  private static final Logger LOG = LoggerFactory.getLogger(Hearer.class);

  private final ApplicationEventPublisher events;
  private final Self self;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("nodes-hearer").factory());

  Hearer(ApplicationEventPublisher events, Self self) {
    this.events = events;
    this.self = self;
  }

  /** Some node spoke, perhaps this one. */
  void hear(String words) {
    if (!News.isFrom(self.id(), words)) {
      publishLater(() -> understand(words));
    }
  }

  /** Something happened to this node that only concerns itself. */
  void publish(Object event) {
    publishLater(() -> events.publishEvent(event));
  }

  private void understand(String words) {
    News news;
    try {
      news = News.read(words);
    } catch (JacksonException e) {
      LOG.debug("Somebody else talks on {}", Teller.CHANNEL, e);
      return;
    }
    if (news.everything()) {
      events.publishEvent(new MayHaveChanged());
    }
    for (ForEveryNode event : news.events()) {
      guarded(() -> events.publishEvent(new FromOtherNode<>(this, event)));
    }
  }

  private void publishLater(Runnable publishing) {
    if (!thread.isShutdown()) {
      thread.execute(() -> guarded(publishing));
    }
  }

  private static void guarded(Runnable publishing) {
    try {
      publishing.run();
    } catch (RuntimeException e) {
      LOG.error("Something that listens to other nodes failed", e);
    }
  }

  @PreDestroy
  void stop() {
    thread.shutdown();
  }
}

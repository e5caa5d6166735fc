package dev.gennaker.execution;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells listeners what was committed, in order and on a thread of its own: a slow listener does not
 * hold up the engine, and one that uses the database finds no half-finished transaction.
 */
@Component
class Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final ApplicationEventPublisher events;
  private final EngineMeters meters;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("execution-changes").factory());

  Announcer(ApplicationEventPublisher events, EngineMeters meters) {
    this.events = events;
    this.meters = meters;
  }

  void changed(Run run, List<ExecutionEvent> added) {
    ExecutionChanged changed =
        new ExecutionChanged(run.id(), run.created().application(), run.status(), run.version());
    publish(run.id(), changed);
    perform(run.id(), () -> meters.count(run, added));
  }

  void restarted(String id, String stageId) {
    publish(id, new ExecutionRestarted(id, stageId));
  }

  private void publish(String id, Object event) {
    perform(id, () -> events.publishEvent(event));
  }

  private void perform(String id, Runnable action) {
    if (!thread.isShutdown()) {
      thread.execute(
          () -> {
            try {
              action.run();
            } catch (RuntimeException e) {
              LOG.error("Something that listens to execution {} failed", id, e);
            }
          });
    }
  }

  @PreDestroy
  void stop() {
    thread.shutdown();
  }
}

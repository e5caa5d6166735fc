package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.context.SmartLifecycle;

/**
 * Work begins when everything is there, and is handed over before anything goes away. May be
 * started again: a context can be paused.
 */
final class EngineLifecycle implements SmartLifecycle, DbSchedulerStarter {

  private final Scheduler scheduler;
  private final Engine engine;
  private final WorkQueue queue;
  private volatile boolean running;

  EngineLifecycle(Scheduler scheduler, Engine engine, WorkQueue queue) {
    this.scheduler = scheduler;
    this.engine = engine;
    this.queue = queue;
  }

  @Override
  public void doStart() {
    start();
  }

  @Override
  public void start() {
    if (!running) {
      running = true;
      engine.takeUp();
      if (scheduler.getSchedulerState().isStarted()) {
        scheduler.resume();
      } else {
        queue.releaseOrphans();
        scheduler.start();
      }
    }
  }

  @Override
  public void stop() {
    if (running) {
      running = false;
      scheduler.pause();
      engine.handOver();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

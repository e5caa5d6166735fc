package dev.gennaker.execution;

import dev.gennaker.nodes.FromOtherNode;
import dev.gennaker.nodes.MayHaveChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was asked of another node reaches the execution that is worked on here at once: a cancel
 * there ends a look here. Should the news be lost, the worker notices by itself, a second later.
 */
@Component
class OtherNodes {

  private final Engine engine;
  private final WorkQueue queue;

  OtherNodes(Engine engine, WorkQueue queue) {
    this.engine = engine;
    this.queue = queue;
  }

  @EventListener
  void on(FromOtherNode<ExecutionChanged> news) {
    engine.poke(news.getPayload().executionId());
  }

  @EventListener
  void on(MayHaveChanged any) {
    engine.pokeAll();
    queue.check();
  }
}

package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.draft.Draft;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What people are editing on this node: one draft for a person and a pipeline, shared by that
 * person's tabs, there until it is saved or put back, however often the page is left or reloaded.
 */
@Component
class Drafts {

  private record Key(String actor, String pipeline) {}

  private final Map<Key, Draft> drafts = new ConcurrentHashMap<>();

  /**
   * The draft of a pipeline. One without changes starts from {@code pipeline}; one with changes is
   * still based on the revision it started from.
   */
  Draft of(Actor actor, Pipeline pipeline) {
    return drafts.compute(
        new Key(actor.name(), pipeline.id()),
        (key, known) -> {
          if (known == null) {
            return new Draft(pipeline);
          }
          if (known.changes().isEmpty() && known.base().revision() != pipeline.revision()) {
            known.take(pipeline);
          }
          return known;
        });
  }

  /** Forgets a draft that holds nothing of value: a tab closed it without changes. */
  void left(Actor actor, Draft draft) {
    drafts.computeIfPresent(
        new Key(actor.name(), draft.base().id()),
        (key, known) ->
            known == draft && !draft.isWatched() && draft.changes().isEmpty() ? null : known);
  }
}

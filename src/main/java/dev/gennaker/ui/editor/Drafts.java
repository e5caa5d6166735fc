package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.KeptDraft;
import dev.gennaker.pipeline.KeptDrafts;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What people are editing on this node: one draft for a person and a pipeline, shared by that
 * person's tabs, there until it is saved or put back, however often the page is left or reloaded.
 * What a draft says is written to the database with every change; after a restart, or on another
 * node, it is offered again.
 */
@Component
class Drafts {

  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  private record Key(String actor, String pipeline) {}

  /** A draft, and an older one that its author has neither taken up nor given up yet. */
  private static final class Open {

    private final Draft draft;
    private volatile @Nullable KeptDraft offered;

    Open(Draft draft, @Nullable KeptDraft offered) {
      this.draft = draft;
      this.offered = offered;
    }
  }

  private final Map<Key, Open> drafts = new ConcurrentHashMap<>();
  private final KeptDrafts kept;
  private final Pipelines pipelines;

  Drafts(KeptDrafts kept, Pipelines pipelines) {
    this.kept = kept;
    this.pipelines = pipelines;
  }

  /**
   * The draft of a pipeline. One without changes starts from {@code pipeline}; one with changes is
   * still based on the revision it started from.
   */
  Draft of(Actor actor, Pipeline pipeline) {
    return drafts.compute(key(actor, pipeline), (key, known) -> open(known, pipeline, actor)).draft;
  }

  /** A draft of before, to go on with or to give up; empty where there is none to decide about. */
  Optional<KeptDraft> offered(Actor actor, Draft draft) {
    return Optional.ofNullable(drafts.get(key(actor, draft.base()))).map(open -> open.offered);
  }

  /** Goes on with what was offered; undo leads back. Those who watch the draft keep it. */
  void goOn(Actor actor, Draft draft) {
    decide(actor, draft)
        .ifPresent(
            old ->
                draft.goOn(
                    pipelines
                        .revision(old.pipelineId(), old.revision(), actor)
                        .orElse(draft.base()),
                    Document.of(old.document())));
  }

  /** Gives up what was offered. */
  void giveUp(Actor actor, Draft draft) {
    decide(actor, draft);
    keep(actor, draft);
  }

  /**
   * Writes down what the draft says now. An older draft stays as it is until its author decided
   * about it. Where the database does not answer, editing goes on: saving will say so.
   */
  void keep(Actor actor, Draft draft) {
    if (offered(actor, draft).isPresent()) {
      return;
    }
    Pipeline base = draft.base();
    try {
      if (draft.changes().isEmpty()) {
        kept.forget(base.id(), actor);
      } else {
        kept.keep(base.id(), base.revision(), draft.document().toJson(), actor);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The draft of {} by {} is only in memory", base.id(), actor.name(), e);
    }
  }

  /** Forgets a draft that holds nothing of value: a tab closed it without changes. */
  void left(Actor actor, Draft draft) {
    drafts.computeIfPresent(
        key(actor, draft.base()),
        (key, known) ->
            known.draft == draft && !draft.isWatched() && draft.changes().isEmpty() ? null : known);
  }

  private Open open(@Nullable Open known, Pipeline pipeline, Actor actor) {
    if (known == null) {
      @Nullable KeptDraft old =
          kept.find(pipeline.id(), actor).filter(draft -> differs(draft, pipeline)).orElse(null);
      return new Open(new Draft(pipeline), old);
    }
    if (known.draft.changes().isEmpty() && known.draft.base().revision() != pipeline.revision()) {
      known.draft.take(pipeline);
    }
    return known;
  }

  private Optional<KeptDraft> decide(Actor actor, Draft draft) {
    @Nullable Open open = drafts.get(key(actor, draft.base()));
    if (open == null) {
      return Optional.empty();
    }
    Optional<KeptDraft> old = Optional.ofNullable(open.offered);
    open.offered = null;
    return old;
  }

  private static boolean differs(KeptDraft draft, Pipeline pipeline) {
    return !Difference.between(Document.of(pipeline.document()), Document.of(draft.document()))
        .isEmpty();
  }

  private static Key key(Actor actor, Pipeline pipeline) {
    return new Key(actor.name(), pipeline.id());
  }
}

package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts of pipelines, kept so that a restart loses nothing: one for a person and a pipeline. They
 * reach nobody but the one who wrote them, so nobody is asked for a permission.
 */
@Service
@Transactional
public class KeptDrafts {

  private final DraftRows rows;
  private final Clock clock;

  KeptDrafts(DraftRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<KeptDraft> find(String pipelineId, Actor actor) {
    return rows.findById(key(pipelineId, actor)).map(DraftRow::toDraft);
  }

  /**
   * Keeps it in place of the one before.
   *
   * @param revision the revision the edit started from
   */
  public void keep(String pipelineId, int revision, ObjectNode document, Actor actor) {
    DraftRow.Key key = key(pipelineId, actor);
    DraftRow row = rows.findById(key).orElseGet(DraftRow::new);
    row.key = key;
    row.revision = revision;
    row.keptAt = clock.instant();
    row.document = Documents.write(document);
    rows.save(row);
  }

  /** It was saved or given up; nothing where there is none. */
  public void forget(String pipelineId, Actor actor) {
    rows.deleteById(key(pipelineId, actor));
  }

  private static DraftRow.Key key(String pipelineId, Actor actor) {
    return new DraftRow.Key(pipelineId, actor.name());
  }
}

package dev.gennaker.pipeline;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A draft as stored; goes with its pipeline. */
@Entity
@Table(name = "pipeline_draft")
class DraftRow {

  @EmbeddedId Key key;
  int revision;
  Instant keptAt;
  String document;

  @SuppressWarnings("NullAway.Init")
  DraftRow() {}

  KeptDraft toDraft() {
    return new KeptDraft(key.pipelineId, revision, keptAt, Documents.parse(document));
  }

  record Key(String pipelineId, String actor) implements Serializable {}
}

package dev.gennaker.pipeline;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One save of a pipeline as stored; never changed, never removed. */
@Entity
@Table(name = "pipeline_revision")
class RevisionRow {

  @EmbeddedId Key key;
  String application;
  String name;
  Instant savedAt;
  String savedBy;
  String message;
  String document;

  @SuppressWarnings("NullAway.Init")
  RevisionRow() {}

  /** The row of what was just saved. */
  RevisionRow(PipelineRow saved, String message) {
    this.key = new Key(saved.id, saved.revision);
    this.application = saved.application;
    this.name = saved.name;
    this.savedAt = saved.savedAt;
    this.savedBy = saved.savedBy;
    this.message = message;
    this.document = saved.document;
  }

  Pipeline toPipeline() {
    return new Pipeline(
        key.pipelineId,
        application,
        name,
        key.revision,
        savedAt,
        savedBy,
        Documents.parse(document));
  }

  record Key(String pipelineId, int revision) implements Serializable {}
}

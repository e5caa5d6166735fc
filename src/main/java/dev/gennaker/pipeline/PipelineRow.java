package dev.gennaker.pipeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** The newest revision of a pipeline as stored; the revision is the optimistic lock. */
@Entity
@Table(name = "pipeline")
class PipelineRow implements Persistable<String> {

  @Id String id;
  String application;
  String name;
  int displayOrder;
  @Version int revision;
  Instant savedAt;
  String savedBy;
  String document;

  /** Ids are given, so only we know whether the row exists. */
  @Transient private boolean unsaved = true;

  @SuppressWarnings("NullAway.Init")
  PipelineRow() {}

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return unsaved;
  }

  @PostLoad
  @PostPersist
  void stored() {
    unsaved = false;
  }

  Pipeline toPipeline() {
    return new Pipeline(
        id, application, name, revision, savedAt, savedBy, Documents.parse(document));
  }
}

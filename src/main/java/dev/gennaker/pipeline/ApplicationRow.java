package dev.gennaker.pipeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An application as stored. */
@Entity
@Table(name = "application")
class ApplicationRow {

  @Id String name;
  String attributes;
  Instant changedAt;
  String changedBy;

  @SuppressWarnings("NullAway.Init")
  ApplicationRow() {}
}

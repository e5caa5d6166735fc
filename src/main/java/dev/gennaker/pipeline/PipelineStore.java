package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import dev.gennaker.stage.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines in the database: one attempt, one transaction. */
@Component
@Transactional(readOnly = true)
class PipelineStore {

  private final ApplicationRows applications;
  private final PipelineRows pipelines;
  private final RevisionRows revisions;
  private final Clock clock;

  PipelineStore(
      ApplicationRows applications, PipelineRows pipelines, RevisionRows revisions, Clock clock) {
    this.applications = applications;
    this.pipelines = pipelines;
    this.revisions = revisions;
    this.clock = clock;
  }

  Optional<Pipeline> find(String id) {
    return pipelines.findById(id).map(PipelineRow::toPipeline);
  }

  Optional<Pipeline> find(String application, String name) {
    return pipelines.findByApplicationAndName(application, name).map(PipelineRow::toPipeline);
  }

  List<Pipeline> list(String application) {
    return pipelines.findByApplicationOrderByDisplayOrderAscNameAsc(application).stream()
        .map(PipelineRow::toPipeline)
        .toList();
  }

  List<Revision> revisions(String id) {
    return revisions.of(id);
  }

  Optional<Pipeline> revision(String id, int number) {
    return revisions.findById(new RevisionRow.Key(id, number)).map(RevisionRow::toPipeline);
  }

  /** The pipeline at its newest revision, also when it was deleted since. */
  Optional<Pipeline> lastKnown(String id) {
    return Optional.ofNullable(revisions.newest(id)).flatMap(newest -> revision(id, newest));
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when another save was faster
   * @throws org.springframework.dao.DataIntegrityViolationException when another creation was
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Pipeline save(ObjectNode document, @Nullable Integer basedOn, String message, Actor actor) {
    String application = Applications.canonical(document.path("application").asString(""));
    String name = document.path("name").asString("");
    String id = document.path("id").asString("");
    @Nullable PipelineRow existing = id.isBlank() ? null : pipelines.findById(id).orElse(null);
    requireRoom(application, name, existing == null ? "" : existing.id);
    if (existing != null && basedOn != null && existing.revision != basedOn) {
      throw new PipelineChangedMeanwhile(existing.toPipeline(), basedOn);
    }
    PipelineRow row = existing != null ? existing : created(id);
    row.displayOrder = order(document, existing, application);
    row.application = application;
    row.name = name;
    return stored(row, existing == null ? Instant.MIN : existing.savedAt, document, message, actor);
  }

  /** Gives pipelines of an application other places, all or none; those that moved. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  List<Pipeline> reorder(String application, Map<String, Integer> places, Actor actor) {
    List<Pipeline> moved = new ArrayList<>();
    places.forEach(
        (id, place) -> {
          PipelineRow row =
              pipelines
                  .findById(id)
                  .filter(found -> found.application.equals(application))
                  .orElseThrow(
                      () ->
                          new NoSuchPipeline(
                              "%s has no pipeline with the id %s.".formatted(application, id)));
          if (row.displayOrder != place) {
            row.displayOrder = place;
            String message = "Moved to place " + place;
            moved.add(stored(row, row.savedAt, Documents.parse(row.document), message, actor));
          }
        });
    return moved;
  }

  private Pipeline stored(
      PipelineRow row, Instant before, ObjectNode document, String message, Actor actor) {
    row.savedAt = after(before);
    row.savedBy = actor.name();
    document.put("id", row.id);
    document.put("index", row.displayOrder);
    document.put("updateTs", String.valueOf(row.savedAt.toEpochMilli()));
    document.put("lastModifiedBy", actor.name());
    row.document = Documents.write(document);
    PipelineRow saved = pipelines.saveAndFlush(row);
    revisions.saveAndFlush(new RevisionRow(saved, message));
    return saved.toPipeline();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void delete(String id) {
    pipelines.deleteById(id);
  }

  private PipelineRow created(String id) {
    PipelineRow row = new PipelineRow();
    row.id = id.isBlank() ? UUID.randomUUID().toString() : id;
    @Nullable Integer newest = revisions.newest(row.id);
    row.revision = newest == null ? 1 : newest + 1;
    return row;
  }

  private int order(ObjectNode document, @Nullable PipelineRow existing, String application) {
    if (document.hasNonNull("index")) {
      return document.path("index").intValue();
    }
    return existing != null ? existing.displayOrder : pipelines.countByApplication(application);
  }

  /** Later than the save before, so that the moment tells revisions apart. */
  private Instant after(Instant before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isAfter(before) ? now : before.plusMillis(1);
  }

  private void requireRoom(String application, String name, String id) {
    if (!applications.existsById(application)) {
      throw invalid(
          name,
          "$.application",
          "There is no application " + application + ".",
          "Create the application first, or correct the name.");
    }
    pipelines
        .findByApplicationAndName(application, name)
        .filter(other -> !other.id.equals(id))
        .ifPresent(
            other -> {
              throw invalid(
                  name,
                  "$.name",
                  "%s already has a pipeline %s.".formatted(application, name),
                  "Choose another name, or save with \"id\": \"%s\" to change that one."
                      .formatted(other.id));
            });
  }

  private static PipelineInvalid invalid(String name, String path, String what, String fix) {
    return PipelineInvalid.notSaved(name, what, List.of(Problem.error(path, what, fix)));
  }
}

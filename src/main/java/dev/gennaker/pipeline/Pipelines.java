package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import dev.gennaker.stage.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines and their revisions; every call checks what the actor may. */
@Service
public class Pipelines {

  /**
   * Saves a document as a new revision; creates the pipeline when its {@code id} is absent.
   *
   * @param basedOn the revision the edit started from; null skips the changed-meanwhile check
   * @param message what the saver says about it
   * @throws PipelineInvalid with errors; warnings are saved
   * @throws PipelineChangedMeanwhile when somebody saved after {@code basedOn}
   */
  public Pipeline save(
      ObjectNode document, @Nullable Integer basedOn, String message, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** What is wrong with a document: graph, references, settings, expressions. */
  public List<Problem> check(ObjectNode document) {
    throw new UnsupportedOperationException();
  }

  public Optional<Pipeline> find(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public Optional<Pipeline> find(String application, String name, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The pipelines of an application, in display order. */
  public List<Pipeline> list(String application, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  public List<Revision> revisions(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The pipeline as it was at a revision. */
  public Optional<Pipeline> revision(String id, int number, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public void delete(String id, Actor actor) {
    throw new UnsupportedOperationException();
  }
}

package dev.gennaker.pipeline;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pipeline at one revision.
 *
 * @param id unique; {@code id} of the document
 * @param revision counts saves, from 1; the token of the changed-meanwhile check
 * @param document Spinnaker's JSON shape with every unknown key as it was given; a copy, changing
 *     it changes nothing
 */
public record Pipeline(
    String id,
    String application,
    String name,
    int revision,
    Instant savedAt,
    String savedBy,
    ObjectNode document) {

  public List<StageDefinition> stages() {
    return Documents.stages(document);
  }

  public List<Parameter> parameters() {
    return Documents.parameters(document);
  }

  /** Whether it refuses to be started. */
  public boolean disabled() {
    return document.path("disabled").asBoolean(false);
  }
}

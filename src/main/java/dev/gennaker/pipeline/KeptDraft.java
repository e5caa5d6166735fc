package dev.gennaker.pipeline;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person was editing and did not save.
 *
 * @param revision the revision of the pipeline the edit started from
 * @param document as it was left, perhaps with errors; a copy, changing it changes nothing
 */
public record KeptDraft(String pipelineId, int revision, Instant keptAt, ObjectNode document) {}

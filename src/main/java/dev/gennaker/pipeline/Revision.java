package dev.gennaker.pipeline;

import java.time.Instant;

/**
 * One save of a pipeline.
 *
 * @param message what the saver said about it; may be empty
 */
public record Revision(
    String pipelineId, int number, Instant savedAt, String savedBy, String message) {}

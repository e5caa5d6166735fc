package dev.gennaker.pipeline;

import dev.gennaker.nodes.ForEveryNode;

/** A pipeline was saved or deleted; published on every node after the commit. */
public record PipelineSaved(String application, String pipelineId, int revision)
    implements ForEveryNode {}

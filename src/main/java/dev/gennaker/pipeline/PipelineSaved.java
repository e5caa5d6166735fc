package dev.gennaker.pipeline;

/** A pipeline was saved or deleted; published after the commit. */
public record PipelineSaved(String application, String pipelineId, int revision) {}

package dev.gennaker.pipeline;

/** An application was created, changed or deleted; published after the commit. */
public record ApplicationSaved(String application) {}

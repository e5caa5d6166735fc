package dev.gennaker.pipeline;

import dev.gennaker.nodes.ForEveryNode;

/** An application was created, changed or deleted; published on every node after the commit. */
public record ApplicationSaved(String application) implements ForEveryNode {}

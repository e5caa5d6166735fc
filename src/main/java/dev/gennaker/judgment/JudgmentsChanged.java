package dev.gennaker.judgment;

import dev.gennaker.nodes.ForEveryNode;

/** A judgment was asked, answered or withdrawn; published on every node after the commit. */
public record JudgmentsChanged(String application, String executionId) implements ForEveryNode {}

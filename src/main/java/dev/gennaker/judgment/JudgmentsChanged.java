package dev.gennaker.judgment;

/** A judgment was asked, answered or withdrawn; published on every node after the commit. */
public record JudgmentsChanged(String application, String executionId) {}

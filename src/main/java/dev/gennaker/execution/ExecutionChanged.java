package dev.gennaker.execution;

/** An execution's journal grew; published on every node after the commit. */
public record ExecutionChanged(
    String executionId, String application, ExecutionStatus status, long version) {}

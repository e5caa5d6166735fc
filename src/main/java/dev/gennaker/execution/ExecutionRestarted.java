package dev.gennaker.execution;

/**
 * A stage of an execution is to run again; published after the commit on the node where that was
 * asked, on a thread outside any transaction.
 */
public record ExecutionRestarted(String executionId, String stageId) {}

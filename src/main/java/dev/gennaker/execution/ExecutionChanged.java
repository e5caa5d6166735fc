package dev.gennaker.execution;

import dev.gennaker.nodes.ForEveryNode;

/**
 * An execution's journal grew; published on every node after the commit, in order per execution, on
 * a thread outside any transaction.
 */
public record ExecutionChanged(
    String executionId, String application, ExecutionStatus status, long version)
    implements ForEveryNode {

  @Override
  public Object topic() {
    return executionId;
  }
}

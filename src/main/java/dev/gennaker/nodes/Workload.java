package dev.gennaker.nodes;

import java.util.Map;

/** SOCKET: how many executions each node works on; the engine knows. */
public interface Workload {

  /** By the id of the node; nodes that work on none may be left out. */
  Map<String, Integer> executionsByNode();
}

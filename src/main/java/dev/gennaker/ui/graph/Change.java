package dev.gennaker.ui.graph;

/** How something differs from what it is compared with. */
public enum Change {
  NONE,
  ADDED,
  REMOVED,
  CHANGED
}

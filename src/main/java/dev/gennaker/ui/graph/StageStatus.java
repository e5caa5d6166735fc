package dev.gennaker.ui.graph;

/** The nine shapes a stage can have in a run; the client knows shape, word and colour of each. */
public enum StageStatus {
  TODO,
  RUNNING,
  SUCCEEDED,
  /** A person is asked, and it is the one who looks. */
  NEEDS_YOU,
  /** It waits for something or somebody else. */
  HELD,
  FAILED,
  STOPPED,
  SKIPPED,
  /** It will not run: something before it ended the run. */
  NOT_REACHED
}

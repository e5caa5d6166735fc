package dev.gennaker.stage.operation;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Outcome;
import java.util.List;

/** What a search for targets came to. */
public sealed interface Resolution {

  /** What was looked for, in the order of the regions. */
  record Found(List<ServerGroup> serverGroups) implements Resolution {}

  /** Not found, or not yet sure: what the stage says instead of acting. */
  record Instead(Outcome outcome) implements Resolution {}
}

package dev.gennaker.ui.draft;

import org.jspecify.annotations.Nullable;

/** Where a stage goes; stages are named by refId. */
public sealed interface Place {

  /** Right after a stage, in front of all that waited for it; null: in front of everything. */
  record After(@Nullable String stage) implements Place {}

  /** On the line between two stages; {@code from} null: between the start and a first stage. */
  record Between(@Nullable String from, String to) implements Place {}

  /** Waits for what this stage waits for, and whoever waits for it waits for both. */
  record Beside(String stage) implements Place {}

  /** Waits for a stage and nothing waits for it; null: starts on its own. */
  record Branch(@Nullable String from) implements Place {}
}

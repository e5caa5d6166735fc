package dev.gennaker.ui.draft;

import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two documents.
 *
 * @param stage refId of the stage it is about; null for the pipeline itself
 * @param title the stage's name, or which part of the pipeline
 * @param detail in a few words, e.g. "memory 512 → 256"
 */
public record Change(Kind kind, @Nullable String stage, String title, String detail) {

  /** How it differs. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    REWIRED
  }
}

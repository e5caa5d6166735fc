/** A pipeline being edited: documents that keep what they do not know, edits, undo, differences. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.draft;

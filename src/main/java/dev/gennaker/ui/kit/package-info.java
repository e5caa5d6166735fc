/**
 * What every view is made of: shapes, words, rows, dialogs, live updates, and its place in the
 * shell.
 */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.kit;

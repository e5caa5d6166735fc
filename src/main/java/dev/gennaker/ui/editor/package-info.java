/** The pipeline editor: graph, palette, inspector, changes, text, settings. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.editor;

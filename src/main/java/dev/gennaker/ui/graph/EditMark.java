package dev.gennaker.ui.graph;

/**
 * What the editor knows about a stage.
 *
 * @param edited whether it differs from the saved revision
 * @param change how it differs, while changes are drawn; {@link Change#NONE} otherwise
 * @param changeText the difference in a few words, beside the node
 */
public record EditMark(
    int errors, int warnings, boolean edited, Change change, String changeText) {}

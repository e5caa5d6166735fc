package dev.gennaker.ui.graph;

/**
 * Something one may do with a stage where it stands.
 *
 * @param name what {@link GraphCommand.Act} says when it is wanted
 * @param label a verb; an ellipsis where it opens something
 * @param icon name of a line icon of the theme
 * @param key the key that does it while the stage is selected; empty for none
 * @param wanted whether it is what the run waits for
 */
public record StageAction(String name, String label, String icon, String key, boolean wanted) {}

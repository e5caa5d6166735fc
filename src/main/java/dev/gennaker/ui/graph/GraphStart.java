package dev.gennaker.ui.graph;

/**
 * What starts the pipeline.
 *
 * @param title in words, e.g. "2 triggers: git push on main, new image"
 * @param icon name of a line icon of the theme
 * @param count how many triggers; 0 shows no number
 */
public record GraphStart(String title, String icon, int count) {}

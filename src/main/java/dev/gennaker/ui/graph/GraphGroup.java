package dev.gennaker.ui.graph;

/**
 * Stages that belong together, drawn as a lane.
 *
 * @param hint a word beside the name, e.g. the environment; may be empty
 * @param icon name of a line icon of the theme
 * @param collapsed whether it is folded to a list of shapes when first seen; people may unfold it
 */
public record GraphGroup(String id, String name, String hint, String icon, boolean collapsed) {}

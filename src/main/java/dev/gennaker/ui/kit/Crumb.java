package dev.gennaker.ui.kit;

/**
 * One step of the way to a page.
 *
 * @param href where it leads, relative to the root; not followed for the last one
 */
public record Crumb(String text, String href) {}

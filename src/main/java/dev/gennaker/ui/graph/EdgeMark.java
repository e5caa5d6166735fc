package dev.gennaker.ui.graph;

/** An edge that is {@link Change#ADDED} or {@link Change#REMOVED} in a comparison. */
public record EdgeMark(String from, String to, Change change) {}

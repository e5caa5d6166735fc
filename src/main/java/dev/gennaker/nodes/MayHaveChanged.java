package dev.gennaker.nodes;

/**
 * Anything may have changed without this node being told: it could not listen for a while, or
 * another node died with news on its lips. Whatever is shown or waited for is to be read again.
 */
public record MayHaveChanged() {}

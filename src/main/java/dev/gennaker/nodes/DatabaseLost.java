package dev.gennaker.nodes;

import java.time.Instant;

/**
 * The database does not answer this node, also when asked again; {@link MayHaveChanged} follows
 * when it does.
 *
 * @param since when it first failed to
 */
public record DatabaseLost(Instant since) {}

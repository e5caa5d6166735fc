package dev.gennaker.nodes;

import java.time.Instant;

/**
 * One process that works on the database.
 *
 * @param id unlike that of any other node and of any earlier start of this one
 * @param name what people call it: {@code gennaker.node.name}, else host and port
 * @param version Gennaker's
 * @param lastSeen its last heartbeat, by the database's clock
 * @param alive whether that is recent enough; a node that was stopped is not listed at all
 * @param executions how many executions it works on at this moment
 */
public record Node(
    String id,
    String name,
    String version,
    Instant startedAt,
    Instant lastSeen,
    boolean alive,
    int executions) {}

package dev.gennaker.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution in the work queue.
 *
 * @param dueAt when its next look is, or was, due
 * @param node the id of the node that works on it; null when none does
 * @param heartbeat when that node said so last
 */
public record QueueEntry(
    String executionId,
    String application,
    String name,
    Instant dueAt,
    @Nullable String node,
    @Nullable Instant heartbeat) {}

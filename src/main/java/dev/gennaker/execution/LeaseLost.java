package dev.gennaker.execution;

import dev.gennaker.nodes.ForEveryNode;
import java.time.Instant;

/**
 * A node stopped saying that it works on an execution, so another one goes on with it.
 *
 * @param node the id of the one that was silent
 * @param lastHeartbeat when it was heard last
 */
public record LeaseLost(String executionId, String node, Instant lastHeartbeat, Instant at)
    implements ForEveryNode {}

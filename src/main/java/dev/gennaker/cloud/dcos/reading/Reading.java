package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.TaskFailure;
import org.jspecify.annotations.Nullable;

/**
 * One app as read: the server group, and what explains its changes.
 *
 * @param group without what only deployments tell
 * @param checks what its health checks ask; empty for none
 * @param traffic how it takes part in balancing
 */
public record Reading(
    String appId,
    ServerGroup group,
    String checks,
    @Nullable TaskFailure lastFailure,
    Traffic traffic) {}

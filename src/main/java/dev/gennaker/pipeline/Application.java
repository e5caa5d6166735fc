package dev.gennaker.pipeline;

import dev.gennaker.security.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What teams own: the owner of pipelines and server groups.
 *
 * @param name lower case letters and digits, at most 127
 * @param attributes Spinnaker's attribute map ({@code email}, {@code description}, {@code
 *     permissions}, {@code trafficGuards}, …), unknown keys kept
 * @param permissions roles by permission from the attributes; empty leaves it to the installation's
 *     grants
 */
public record Application(
    String name,
    ObjectNode attributes,
    Map<Permission, Set<String>> permissions,
    Instant changedAt) {}

package dev.gennaker.cloud;

import java.util.List;

/**
 * Something that sends traffic to server groups.
 *
 * @param serverGroups who stands behind it
 */
public record LoadBalancer(
    String account,
    String region,
    String name,
    String provider,
    List<ServerGroupId> serverGroups) {}

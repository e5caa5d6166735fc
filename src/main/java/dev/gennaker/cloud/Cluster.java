package dev.gennaker.cloud;

import java.util.List;

/**
 * All versions of one service in one account: the server groups whose names differ only in their
 * version.
 *
 * @param name {@code app[-stack[-detail]]}
 * @param serverGroups newest first
 */
public record Cluster(String account, String name, List<ServerGroup> serverGroups) {}

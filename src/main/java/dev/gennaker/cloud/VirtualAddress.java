package dev.gennaker.cloud;

import java.util.List;

/**
 * An address within a platform that leads to instances without anything in between: a VIP.
 *
 * @param location name of the {@link Location}
 * @param written as its server groups ask for it, e.g. {@code /web:80}
 * @param address what clients connect to, with the port
 * @param serverGroups who answers; instances of all of them share what comes
 */
public record VirtualAddress(
    String provider,
    String location,
    String written,
    String address,
    List<ServerGroupId> serverGroups) {}

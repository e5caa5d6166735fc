package dev.gennaker.cloud;

import java.time.Instant;
import java.util.Map;

/**
 * A version of a server group that is changed in place, the present one too.
 *
 * @param version the platform's name of it
 * @param at when it was made
 * @param current whether it is the present one
 * @param image what it runs; empty for none
 * @param user who asked for it; empty where nobody knows
 * @param execution the run that made it; empty where none did
 * @param definition the platform's own body, without what only the platform writes
 */
public record FormerVersion(
    String version,
    Instant at,
    boolean current,
    String image,
    String user,
    String execution,
    Map<String, Object> definition) {}

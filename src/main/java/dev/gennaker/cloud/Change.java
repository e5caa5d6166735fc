package dev.gennaker.cloud;

import java.time.Instant;
import java.util.List;

/**
 * A change the platform is carrying out on a server group right now: a Marathon deployment, a
 * rollout.
 *
 * @param id the platform's own id
 * @param step the current step, 1-based
 * @param what what happens in this step, e.g. {@code ScaleApplication}
 * @param waiting what it waits for, one sentence; empty when it just goes on
 * @param evidence further lines: offers declined, the last failure, readiness answers
 */
public record Change(
    String id,
    Instant since,
    int step,
    int steps,
    String what,
    String waiting,
    List<String> evidence) {}

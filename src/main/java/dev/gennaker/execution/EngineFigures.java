package dev.gennaker.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much the engine has to do, over all nodes.
 *
 * @param active executions that are not over
 * @param waiting those of them that name what they wait for
 * @param due those whose next look is due and that nobody works on yet
 * @param dueSince since when the longest of these is due; null when none is
 * @param workedOn those a node works on at this moment
 */
public record EngineFigures(
    long active, long waiting, long due, @Nullable Instant dueSince, long workedOn) {}

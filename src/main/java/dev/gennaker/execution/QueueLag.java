package dev.gennaker.execution;

import java.time.Duration;

/**
 * How late due executions were picked by this node during the last minute.
 *
 * @param picked how many; at most the last thousand are counted
 */
public record QueueLag(int picked, Duration median, Duration worst) {}

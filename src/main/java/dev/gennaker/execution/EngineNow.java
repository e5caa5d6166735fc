package dev.gennaker.execution;

import java.time.Instant;
import java.util.List;

/**
 * What the engine does at this moment.
 *
 * @param due those that are due and nobody works on, the latest first; the first fifty
 * @param workedOn those a node works on, by the age of its heartbeat; the first fifty
 * @param lag of the node that was asked
 * @param losses of leases that node heard of since it started, newest first; the last fifty
 */
public record EngineNow(
    Instant at,
    EngineFigures figures,
    List<QueueEntry> due,
    List<QueueEntry> workedOn,
    QueueLag lag,
    List<LeaseLost> losses) {}

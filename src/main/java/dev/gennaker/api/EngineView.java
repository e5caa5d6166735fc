package dev.gennaker.api;

import dev.gennaker.execution.EngineNow;
import dev.gennaker.execution.LeaseLost;
import dev.gennaker.execution.QueueEntry;
import dev.gennaker.nodes.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine does as JSON; times in ms since 1970, durations in ms. */
record EngineView(
    long time,
    long active,
    long waiting,
    long due,
    @Nullable Long dueSince,
    long workedOn,
    Lag queueLag,
    List<NodeLine> nodes,
    List<Queued> dueExecutions,
    List<Queued> leases,
    List<Loss> leaseLosses,
    List<Standing> standing) {

  /** How late this node picked what was due, during the last minute. */
  record Lag(int picked, long median, long worst) {}

  record NodeLine(
      String id,
      String name,
      String version,
      long startTime,
      long lastSeen,
      boolean alive,
      int executions) {}

  record Queued(
      String id,
      String application,
      String name,
      long dueAt,
      @Nullable String node,
      @Nullable Long heartbeat) {}

  record Loss(String id, String node, long lastHeartbeat, long time) {}

  record Standing(
      String id,
      String type,
      String application,
      String name,
      String status,
      long since,
      String waiting,
      String cursor) {}

  static EngineView of(
      EngineNow now, List<Node> nodes, List<dev.gennaker.execution.Standing> standing) {
    return new EngineView(
        now.at().toEpochMilli(),
        now.figures().active(),
        now.figures().waiting(),
        now.figures().due(),
        millis(now.figures().dueSince()),
        now.figures().workedOn(),
        new Lag(now.lag().picked(), now.lag().median().toMillis(), now.lag().worst().toMillis()),
        nodes.stream().map(EngineView::node).toList(),
        now.due().stream().map(EngineView::queued).toList(),
        now.workedOn().stream().map(EngineView::queued).toList(),
        now.losses().stream().map(EngineView::loss).toList(),
        standing.stream().map(EngineView::standing).toList());
  }

  private static NodeLine node(Node node) {
    return new NodeLine(
        node.id(),
        node.name(),
        node.version(),
        node.startedAt().toEpochMilli(),
        node.lastSeen().toEpochMilli(),
        node.alive(),
        node.executions());
  }

  private static Queued queued(QueueEntry entry) {
    return new Queued(
        entry.executionId(),
        entry.application(),
        entry.name(),
        entry.dueAt().toEpochMilli(),
        entry.node(),
        millis(entry.heartbeat()));
  }

  private static Loss loss(LeaseLost loss) {
    return new Loss(
        loss.executionId(),
        loss.node(),
        loss.lastHeartbeat().toEpochMilli(),
        loss.at().toEpochMilli());
  }

  private static Standing standing(dev.gennaker.execution.Standing each) {
    return new Standing(
        each.id(),
        each.kind().name(),
        each.application(),
        each.name(),
        each.status().name(),
        each.since().toEpochMilli(),
        each.waiting(),
        each.cursor());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}

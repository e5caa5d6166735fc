package dev.gennaker.nodes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who works on this database. Nobody leads: every node does everything. */
@Service
public class Nodes {

  private final Self self;
  private final Line line;
  private final NodeTable table;
  private final ObjectProvider<Workload> workload;
  private final Clock clock;

  Nodes(
      Self self,
      Line line,
      JdbcClient jdbc,
      NodeSettings settings,
      ObjectProvider<Workload> workload,
      Clock clock) {
    this.self = self;
    this.line = line;
    this.table = new NodeTable(jdbc, settings);
    this.workload = workload;
    this.clock = clock;
  }

  /** The id of this node; the engine's leases carry it. */
  public String self() {
    return self.id();
  }

  /**
   * Those that live, and those that were lost during the last day; by name. On H2 this node alone.
   */
  public List<Node> list() {
    Workload known = workload.getIfAvailable();
    Map<String, Integer> executions = known == null ? Map.of() : known.executionsByNode();
    return line.isShared() ? table.list(executions) : List.of(alone(executions));
  }

  /** Since when the database does not answer this node; empty while it does. */
  public Optional<Instant> databaseLostSince() {
    return line.lostSince();
  }

  private Node alone(Map<String, Integer> executions) {
    return new Node(
        self.id(),
        self.name(),
        self.version(),
        self.startedAt(),
        clock.instant(),
        true,
        executions.getOrDefault(self.id(), 0));
  }
}

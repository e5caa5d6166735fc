package dev.gennaker.nodes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nodes of a shared database and their heartbeats, all by its one clock. */
final class NodeTable {

  private final JdbcClient jdbc;
  private final NodeSettings settings;

  NodeTable(JdbcClient jdbc, NodeSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  void beat(Self self) {
    jdbc.sql(
            """
            insert into node (id, name, version, started_at, last_seen)
            values (?, ?, ?, ?, current_timestamp)
            on conflict (id) do update set last_seen = current_timestamp
            """)
        .params(self.id(), self.name(), self.version(), self.startedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those that were lost stay to be seen for a day, or until one of the same name is back. */
  void forgetTheDead() {
    jdbc.sql(
            """
            delete from node where last_seen < current_timestamp - make_interval(secs => ?)
              and (last_seen < current_timestamp - interval '1 day' or exists (
                select 1 from node later
                where later.name = node.name and later.started_at > node.started_at))
            """)
        .param(seconds())
        .update();
  }

  /** By name, then in the order they started. */
  List<Node> list(Map<String, Integer> executions) {
    return jdbc.sql(
            """
            select id, name, version, started_at, last_seen,
              last_seen >= current_timestamp - make_interval(secs => ?) as alive
            from node order by name, started_at
            """)
        .param(seconds())
        .query((row, number) -> node(row, executions))
        .list();
  }

  void remove(String id) {
    jdbc.sql("delete from node where id = ?").param(id).update();
  }

  private double seconds() {
    return settings.lostAfter().toMillis() / 1000.0;
  }

  private static Node node(ResultSet row, Map<String, Integer> executions) throws SQLException {
    String id = row.getString("id");
    return new Node(
        id,
        row.getString("name"),
        row.getString("version"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
        row.getBoolean("alive"),
        executions.getOrDefault(id, 0));
  }
}

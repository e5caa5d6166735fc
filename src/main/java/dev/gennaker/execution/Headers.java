package dev.gennaker.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of executions, from their header rows alone. */
@Component
class Headers {

  private final JdbcClient jdbc;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Headers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An application ran something. */
  void remember(String application) {
    if (!known.contains(application)) {
      jdbc.sql("insert into execution_application (application) values (?) on conflict do nothing")
          .param(application)
          .update();
      AfterCommit.run(() -> known.add(application));
    }
  }

  /** Every application that ever ran something. */
  List<String> applications() {
    return jdbc.sql("select application from execution_application")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /**
   * @param applications those that may be listed; null for any
   */
  List<ExecutionHeader> list(ExecutionQuery query, @Nullable Collection<String> applications) {
    StringBuilder sql = new StringBuilder("select * from execution where 1 = 1");
    List<Object> params = new ArrayList<>();
    if (query.application() != null) {
      sql.append(" and application = ?");
      params.add(query.application());
    } else if (applications != null) {
      among("application", applications, sql, params);
    }
    if (query.kind() != null) {
      sql.append(" and kind = ?");
      params.add(query.kind().name());
    }
    if (!query.pipelineIds().isEmpty()) {
      among("pipeline_id", query.pipelineIds(), sql, params);
    }
    if (!query.statuses().isEmpty()) {
      among("status", query.statuses().stream().map(Enum::name).toList(), sql, params);
    }
    if (query.before() != null) {
      sql.append(
          " and (created_at, id) < (select b.created_at, b.id from execution b where b.id = ?)");
      params.add(query.before());
    }
    sql.append(" order by created_at desc, id desc limit ?");
    params.add(Math.clamp(query.limit(), 1, 500));
    return jdbc.sql(sql.toString()).params(params).query(Headers::header).list();
  }

  private static void among(
      String column, Collection<String> values, StringBuilder sql, List<Object> params) {
    if (values.isEmpty()) {
      sql.append(" and 1 = 0");
      return;
    }
    sql.append(" and ").append(column).append(" in (");
    sql.append(values.stream().map(value -> "?").collect(Collectors.joining(", "))).append(")");
    params.addAll(values);
  }

  private static ExecutionHeader header(ResultSet row, int number) throws SQLException {
    return new ExecutionHeader(
        row.getString("id"),
        Execution.Kind.valueOf(row.getString("kind")),
        row.getString("application"),
        row.getString("name"),
        row.getString("pipeline_id"),
        ExecutionStatus.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "started_at"),
        time(row, "ended_at"),
        row.getString("trigger_type"),
        row.getString("started_by"),
        row.getString("waiting"),
        JournalFormat.readPips(row.getString("stages")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

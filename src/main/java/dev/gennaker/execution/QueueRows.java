package dev.gennaker.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is under way, waits and is due; never more rows than asked for. */
@Component
class QueueRows {

  private static final int MOST = 500;
  private static final String ACTIVE =
      Arrays.stream(ExecutionStatus.values())
          .filter(status -> !status.isComplete())
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", "status in (", ")"));
  private static final String OURS = "task_name = '" + WorkQueue.TASK + "'";
  private static final String DUE = OURS + " and picked = false and execution_time <= ?";
  private static final String ENTRIES =
      """
      select q.task_instance, q.execution_time, q.picked_by, q.last_heartbeat, e.application, e.name
      from scheduled_tasks q join execution e on e.id = q.task_instance where q.
      """
          .strip();

  private final JdbcClient jdbc;
  private final Clock clock;

  QueueRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  EngineFigures figures() {
    OffsetDateTime now = now();
    return jdbc.sql(
            """
            select a.active, a.waiting, d.due, d.since,
              (select count(*) from scheduled_tasks where %s and picked = true) as worked_on
            from
              (select count(*) as active, count(nullif(waiting, '')) as waiting
               from execution where %s) a,
              (select count(*) as due, min(execution_time) as since
               from scheduled_tasks where %s) d
            """
                .formatted(OURS, ACTIVE, DUE))
        .param(now)
        .query(
            (row, number) ->
                new EngineFigures(
                    row.getLong("active"),
                    row.getLong("waiting"),
                    row.getLong("due"),
                    time(row, "since"),
                    row.getLong("worked_on")))
        .single();
  }

  /** Those that are due and nobody works on, the latest first. */
  List<QueueEntry> due(int limit) {
    return jdbc.sql(ENTRIES + DUE + " order by q.execution_time, q.task_instance limit ?")
        .params(now(), Math.clamp(limit, 1, MOST))
        .query(QueueRows::entry)
        .list();
  }

  /** Those a node works on, by the age of its heartbeat. */
  List<QueueEntry> workedOn(int limit) {
    return jdbc.sql(
            ENTRIES
                + OURS
                + " and picked = true order by q.last_heartbeat, q.task_instance limit ?")
        .param(Math.clamp(limit, 1, MOST))
        .query(QueueRows::entry)
        .list();
  }

  /** Those that are not over, the longest in their place first. */
  List<Standing> standing(StandingQuery query) {
    StringBuilder sql =
        new StringBuilder(
            """
            select * from (
              select id, kind, application, name, status, waiting,
                coalesce(standing_since, started_at, created_at) as since
              from execution where %s) s where 1 = 1
            """
                .formatted(ACTIVE));
    List<Object> params = new ArrayList<>();
    String words = query.words().strip().toLowerCase(Locale.ROOT);
    if (!words.isEmpty()) {
      sql.append(" and lower(application || ' / ' || name || ' ' || id || ' ' || waiting) like ?");
      params.add("%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    query
        .position()
        .ifPresent(
            position -> {
              sql.append(" and (since > ? or since = ? and id > ?)");
              OffsetDateTime since = position.since().atOffset(ZoneOffset.UTC);
              params.addAll(List.of(since, since, position.id()));
            });
    sql.append(" order by since, id limit ?");
    params.add(Math.clamp(query.limit(), 1, MOST));
    return jdbc.sql(sql.toString()).params(params).query(QueueRows::standing).list();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        row.getString("id"),
        Execution.Kind.valueOf(row.getString("kind")),
        row.getString("application"),
        row.getString("name"),
        ExecutionStatus.valueOf(row.getString("status")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("waiting"));
  }

  private static QueueEntry entry(ResultSet row, int number) throws SQLException {
    return new QueueEntry(
        row.getString("task_instance"),
        row.getString("application"),
        row.getString("name"),
        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
        row.getString("picked_by"),
        time(row, "last_heartbeat"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

package dev.gennaker.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of executions, from their header rows alone. */
@Component
class Headers {

  private static final Comparator<ExecutionHeader> NEWEST_FIRST =
      Comparator.comparing(ExecutionHeader::createdAt)
          .thenComparing(ExecutionHeader::id)
          .reversed();

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
    Filters filters = Filters.of(query, applications);
    if (query.before() != null) {
      Optional<OffsetDateTime> shown = createdAt(query.before());
      if (shown.isEmpty()) {
        return List.of();
      }
      filters.olderThan(shown.get(), query.before());
    }
    int limit = Math.clamp(query.limit(), 1, 500);
    List<Filters.Select> selects = filters.selects(limit);
    Stream<ExecutionHeader> found =
        selects.stream()
            .flatMap(
                select ->
                    jdbc
                        .sql(select.sql())
                        .params(select.params())
                        .query(Headers::header)
                        .list()
                        .stream());
    return selects.size() == 1 ? found.toList() : found.sorted(NEWEST_FIRST).limit(limit).toList();
  }

  private Optional<OffsetDateTime> createdAt(String id) {
    return jdbc.sql("select created_at from execution where id = ?")
        .param(id)
        .query((row, number) -> row.getObject(1, OffsetDateTime.class))
        .optional();
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

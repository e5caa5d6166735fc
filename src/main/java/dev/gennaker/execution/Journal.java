package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everything that happened, append-only, and the header row that goes with it. Writes belong into
 * the caller's transaction; they lock the header row, so that writers of one execution come one
 * after the other.
 */
@Component
class Journal {

  private final JdbcClient jdbc;
  private final RunCache cache = new RunCache();
  private final Announcer announcer;

  Journal(JdbcClient jdbc, Announcer announcer) {
    this.jdbc = jdbc;
    this.announcer = announcer;
  }

  /**
   * Writes the first events of an execution.
   *
   * @return false when its id or correlation id is taken; nothing was written
   */
  boolean create(Run run, List<ExecutionEvent> first) {
    Created created = run.created();
    Object correlation = created.trigger().get("correlationId");
    int made =
        jdbc.sql(
                """
                insert into execution (id, kind, application, name, pipeline_id, status, created_at,
                  trigger_type, correlation_id, started_by, waiting, stages, version,
                  in_line_since, standing_since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                Arrays.<@Nullable Object>asList(
                    run.id(),
                    created.kind().name(),
                    created.application(),
                    text(created.name()),
                    created.pipelineId(),
                    run.status().name(),
                    time(created.at()),
                    triggerType(created),
                    correlation == null ? null : String.valueOf(correlation),
                    created.startedBy().name(),
                    text(JournalFormat.waiting(run)),
                    JournalFormat.pips(run),
                    run.version(),
                    time(run.inLineSince()),
                    time(Standing.since(run))))
            .update();
    if (made == 1) {
      write(run, first);
    }
    return made == 1;
  }

  /** The execution with that correlation id. */
  Optional<String> correlated(String correlationId) {
    return jdbc.sql("select id from execution where correlation_id = ?")
        .param(correlationId)
        .query(String.class)
        .optional();
  }

  /**
   * Appends events to what was known.
   *
   * @return what it is now; null when somebody else appended meanwhile and nothing was written
   */
  @Nullable Run append(Run known, List<ExecutionEvent> added) {
    Run run = known.with(added);
    int updated =
        jdbc.sql(
                """
                update execution set status = ?, started_at = ?, ended_at = ?, waiting = ?,
                  stages = ?, version = ?, in_line_since = ?, standing_since = ?
                where id = ? and version = ?
                """)
            .params(
                Arrays.<@Nullable Object>asList(
                    run.status().name(),
                    time(run.startedAt()),
                    time(run.endedAt()),
                    text(JournalFormat.waiting(run)),
                    JournalFormat.pips(run),
                    run.version(),
                    time(run.inLineSince()),
                    time(Standing.since(run)),
                    run.id(),
                    known.version()))
            .update();
    if (updated == 0) {
      return null;
    }
    write(run, added);
    return run;
  }

  /** Whether nothing was appended since; it stays so until the transaction ends. */
  boolean confirms(Run known) {
    return jdbc.sql("select version from execution where id = ? for update")
            .param(known.id())
            .query(Long.class)
            .optional()
            .orElse(-1L)
        == known.version();
  }

  /** What it is now; reads only what was appended since the last time. */
  Optional<Run> load(String id) {
    Run known = cache.get(id);
    List<Optional<String>> rows =
        jdbc.sql(
                """
                select j.events from execution e left join execution_journal j
                  on j.execution_id = e.id and j.version > ? where e.id = ? order by j.version
                """)
            .params(known == null ? 0 : known.version(), id)
            .query((row, number) -> Optional.ofNullable(row.getString(1)))
            .list();
    if (rows.isEmpty()) {
      cache.remove(id);
      return Optional.empty();
    }
    if (rows.getFirst().isEmpty()) {
      return Optional.ofNullable(known);
    }
    List<ExecutionEvent> read = new ArrayList<>();
    long size = 0;
    for (Optional<String> row : rows) {
      read.addAll(JournalFormat.read(row.orElseThrow()));
      size += row.orElseThrow().length();
    }
    Run run = known == null ? Run.of(id, read) : known.with(read);
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      cache.put(run, size);
    }
    return Optional.of(run);
  }

  List<ExecutionEvent> events(String id) {
    return jdbc
        .sql("select events from execution_journal where execution_id = ? order by version")
        .param(id)
        .query((row, number) -> row.getString(1))
        .list()
        .stream()
        .flatMap(row -> JournalFormat.read(row).stream())
        .toList();
  }

  void delete(String id) {
    jdbc.sql("delete from execution where id = ?").param(id).update();
    AfterCommit.run(() -> cache.remove(id));
  }

  private void write(Run run, List<ExecutionEvent> added) {
    String json = JournalFormat.write(added);
    jdbc.sql("insert into execution_journal (execution_id, version, events) values (?, ?, ?)")
        .params(run.id(), run.version(), json)
        .update();
    AfterCommit.run(
        () -> {
          cache.put(run, json.length());
          announcer.changed(run, added);
        });
  }

  private static String triggerType(Created created) {
    String type = text(String.valueOf(created.trigger().getOrDefault("type", "manual")));
    return type.length() > 64 ? type.substring(0, 64) : type;
  }

  /** PostgreSQL keeps every character but one. */
  private static String text(String text) {
    return text.replace('\u0000', ' ');
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

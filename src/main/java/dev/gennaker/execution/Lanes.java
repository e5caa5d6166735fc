package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs of one pipeline taking turns. One decision at a time per pipeline, made under a lock, so
 * that two starts in the same moment cannot both run.
 */
@Component
class Lanes {

  private final JdbcClient jdbc;
  private final WorkQueue queue;
  private final EngineTransactions transactions;

  Lanes(JdbcClient jdbc, WorkQueue queue, EngineTransactions transactions) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.transactions = transactions;
  }

  /** Decides whether a run may begin; the answer is committed before anybody else decides. */
  boolean decide(Run run, Instant now, Predicate<ExecutionEvent> commit) {
    String pipelineId = Objects.requireNonNullElse(run.created().pipelineId(), "");
    return transactions.within(
        () -> {
          lock(pipelineId);
          List<Other> running = others(run, "'RUNNING', 'PAUSED'");
          List<Other> waiting = others(run, "'NOT_STARTED'");
          return commit.test(answer(run, running, waiting, now));
        });
  }

  /** A run is over: those that wait for it look again. */
  void left(Run run) {
    if (run.created().pipelineId() != null && run.created().limits().most() > 0) {
      transactions.run(() -> others(run, "'NOT_STARTED'").forEach(other -> queue.wake(other.id())));
    }
  }

  /**
   * @param running oldest first
   * @param waiting oldest first, the run itself among them
   */
  static ExecutionEvent answer(Run run, List<Other> running, List<Other> waiting, Instant now) {
    Limits limits = run.created().limits();
    int free = limits.most() - running.size();
    List<Other> queued = waiting.stream().filter(Other::queued).toList();
    boolean iQueued = queued.stream().anyMatch(other -> other.id().equals(run.id()));
    if (free > 0 && limits.keepWaiting()) {
      return ahead(run, waiting) < free ? new Begun(now) : queued(behind(run, waiting), now);
    }
    Optional<Other> newer = running.stream().filter(Other::newer).findFirst();
    if (iQueued && !limits.keepWaiting() && newer.isPresent()) {
      return superseded(newer.get(), now);
    }
    if (free > 0 && iQueued) {
      return ahead(run, queued.reversed()) < free
          ? new Begun(now)
          : superseded(queued.getLast(), now);
    }
    if (ahead(run, waiting) < free) {
      return new Begun(now);
    }
    return queued(
        running.isEmpty()
            ? behind(run, waiting)
            : "Waits for run %s of this pipeline, started by %s; at most %d may run at once"
                .formatted(running.getFirst().id(), running.getFirst().by(), limits.most()),
        now);
  }

  private static CancelAsked superseded(Other by, Instant now) {
    return new CancelAsked(
        now,
        Actor.SYSTEM.name(),
        "Superseded by the newer run " + by.id() + " of the same pipeline");
  }

  private static Queued queued(String reason, Instant now) {
    return new Queued(now, reason);
  }

  private static int ahead(Run run, List<Other> line) {
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).id().equals(run.id())) {
        return i;
      }
    }
    return 0;
  }

  private static String behind(Run run, List<Other> waiting) {
    return waiting.stream()
        .filter(other -> !other.id().equals(run.id()))
        .findFirst()
        .map(
            other ->
                "Waits for its turn behind run %s of this pipeline, started by %s"
                    .formatted(other.id(), other.by()))
        .orElse("Waits for its turn");
  }

  private void lock(String pipelineId) {
    jdbc.sql("insert into execution_lane (pipeline_id) values (?) on conflict do nothing")
        .param(pipelineId)
        .update();
    jdbc.sql("select pipeline_id from execution_lane where pipeline_id = ? for update")
        .param(pipelineId)
        .query(String.class)
        .single();
  }

  private List<Other> others(Run run, String statuses) {
    return jdbc.sql(
            "select id, waiting, in_line_since, started_by from execution where pipeline_id = ? and status in ("
                + statuses
                + ") order by in_line_since, id")
        .param(Objects.requireNonNullElse(run.created().pipelineId(), ""))
        .query((row, number) -> other(row, run))
        .list();
  }

  private static Other other(ResultSet row, Run run) throws SQLException {
    Instant since = row.getObject(3, OffsetDateTime.class).toInstant();
    int age = since.compareTo(run.inLineSince().truncatedTo(ChronoUnit.MICROS));
    String id = row.getString(1);
    return new Other(
        id,
        !row.getString(2).isEmpty(),
        age > 0 || (age == 0 && id.compareTo(run.id()) > 0),
        row.getString(4));
  }

  /**
   * A run of the same pipeline.
   *
   * @param queued whether it was told to wait before
   * @param newer whether it got in line after the one that is decided about
   * @param by who started it
   */
  record Other(String id, boolean queued, boolean newer, String by) {}
}

package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs of one pipeline taking turns. One decision at a time per pipeline, made under a lock, so
 * that two starts in the same moment cannot both run.
 */
@Component
class Lanes {

  private final JdbcClient jdbc;
  private final WorkQueue queue;
  private final TransactionTemplate transactions;

  Lanes(JdbcClient jdbc, WorkQueue queue, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Decides whether a run may begin; the answer is committed before anybody else decides. */
  boolean decide(Run run, Instant now, Predicate<ExecutionEvent> commit) {
    String pipelineId = Objects.requireNonNullElse(run.created().pipelineId(), "");
    return Boolean.TRUE.equals(
        transactions.execute(
            tx -> {
              lock(pipelineId);
              List<Other> running = others(pipelineId, "'RUNNING', 'PAUSED'");
              List<Other> waiting = others(pipelineId, "'NOT_STARTED'");
              return commit.test(answer(run, running, waiting, now));
            }));
  }

  /** A run is over: those that wait for it look again. */
  void left(Run run) {
    String pipelineId = run.created().pipelineId();
    if (pipelineId != null && run.created().limits().most() > 0) {
      transactions.executeWithoutResult(
          tx -> others(pipelineId, "'NOT_STARTED'").forEach(other -> queue.wake(other.id())));
    }
  }

  /**
   * @param running oldest first
   * @param waiting oldest first, the run itself among them
   */
  static ExecutionEvent answer(Run run, List<Other> running, List<Other> waiting, Instant now) {
    Limits limits = run.created().limits();
    int free = limits.most() - running.size();
    int place = waiting.indexOf(new Other(run.id()));
    int ahead = limits.keepWaiting() ? place : waiting.size() - 1 - place;
    if (ahead < free) {
      return new Begun(now);
    }
    if (free > 0 && !limits.keepWaiting()) {
      return new CancelAsked(
          now,
          Actor.SYSTEM.name(),
          "Superseded by the newer run " + waiting.getLast().id() + " of the same pipeline");
    }
    String reason =
        running.isEmpty()
            ? "Waits for its turn: older runs of this pipeline wait too"
            : "Waits for run %s of this pipeline; at most %d may run at once"
                .formatted(running.getFirst().id(), limits.most());
    return new Queued(now, reason);
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

  private List<Other> others(String pipelineId, String statuses) {
    return jdbc.sql(
            "select id from execution where pipeline_id = ? and status in ("
                + statuses
                + ") order by created_at, id")
        .param(pipelineId)
        .query((row, number) -> new Other(row.getString(1)))
        .list();
  }

  /** A run of the same pipeline. */
  record Other(String id) {}
}

package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.gennaker.nodes.Database;
import dev.gennaker.nodes.Workload;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The executions there is something to do for, each with the time of its next look. Changes belong
 * into the transaction of the event they follow from.
 */
@Component
class WorkQueue implements Workload {

  static final String TASK = "execution";

  private final ObjectProvider<Scheduler> scheduler;
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final EngineSettings settings;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("execution-alarm").factory());

  WorkQueue(
      ObjectProvider<Scheduler> scheduler,
      JdbcClient jdbc,
      DataSource dataSource,
      EngineSettings settings,
      Clock clock) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new execution is due. */
  void add(String executionId) {
    // As db-scheduler would, without asking first whether it is there.
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, ?, ?, false, 1) on conflict do nothing
            """)
        .params(TASK, executionId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    checkAfterCommit();
  }

  /**
   * An execution is due now. One that is being worked on needs no wake-up: its worker cannot go to
   * rest without noticing that the journal grew.
   */
  void wake(String executionId) {
    try {
      scheduler.getObject().reschedule(TaskInstanceId.of(TASK, executionId), clock.instant());
      checkAfterCommit();
    } catch (TaskInstanceCurrentlyExecutingException busy) {
      // See above.
    } catch (ExecutionException justPicked) {
      // Between reading and writing its row a worker took it; then it is as above.
    } catch (TaskInstanceNotFoundException ended) {
      add(executionId);
    }
  }

  /** Looks for due executions at once, instead of with the next poll. */
  void check() {
    scheduler.getObject().triggerCheckForDueExecutions();
  }

  /** An execution rests until then: where that is before the next poll, looks in time. */
  void restsUntil(Instant next) {
    Duration wait = Duration.between(clock.instant(), next);
    if (wait.compareTo(settings.poll()) < 0) {
      alarm.schedule(this::check, Math.max(0, wait.toMillis()) + 1, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * On a database that is ours alone, whatever is marked as being worked on was left by a process
   * that was killed; on a shared one its missing heartbeats tell.
   */
  void releaseOrphans() {
    if (!Database.isShared(dataSource)) {
      jdbc.sql(
              """
              update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                version = version + 1 where picked = true
              """)
          .update();
    }
  }

  @Override
  public Map<String, Integer> executionsByNode() {
    return jdbc
        .sql(
            """
            select picked_by, count(*) from scheduled_tasks
            where task_name = ? and picked = true and picked_by is not null group by picked_by
            """)
        .param(TASK)
        .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @PreDestroy
  void stop() {
    alarm.shutdownNow();
  }

  private void checkAfterCommit() {
    AfterCommit.run(this::check);
  }
}

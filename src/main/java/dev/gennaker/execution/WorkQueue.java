package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The executions there is something to do for, each with the time of its next look. Changes belong
 * into the transaction of the event they follow from.
 */
@Component
class WorkQueue {

  static final String TASK = "execution";

  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  WorkQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** A new execution is due. */
  void add(String executionId) {
    Instant now = clock.instant();
    scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, executionId), now);
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
    } catch (TaskInstanceNotFoundException ended) {
      add(executionId);
    }
  }

  /** Looks for due executions at once, instead of with the next poll. */
  void check() {
    scheduler.getObject().triggerCheckForDueExecutions();
  }

  private void checkAfterCommit() {
    AfterCommit.run(this::check);
  }
}

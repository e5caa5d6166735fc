package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.gennaker.nodes.Database;
import dev.gennaker.nodes.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Sets db-scheduler up as the engine's work queue; other rooms' tasks run on it too. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  private final Nodes nodes;

  EngineConfiguration(Nodes nodes) {
    this.nodes = nodes;
  }

  @Bean
  Task<Void> executionTask(Engine engine) {
    return Tasks.custom(WorkQueue.TASK, Void.class)
        .onFailureReschedule(FixedDelay.of(Duration.ofSeconds(5)))
        .onDeadExecutionRevive()
        .execute((instance, context) -> engine.work(instance.getId()));
  }

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(
      DataSource dataSource,
      List<Task<?>> tasks,
      QueueWatch watch,
      Clock clock,
      EngineSettings settings) {
    SchedulerBuilder builder =
        Scheduler.create(
                new TransactionAwareDataSourceProxy(dataSource),
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList())
            .startTasks(tasks.stream().flatMap(EngineConfiguration::recurring).toList())
            .clock(clock::instant)
            .addSchedulerListener(watch)
            .schedulerName(new SchedulerName.Fixed(nodes.self()))
            .threads(settings.threads())
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10));
    return Database.isShared(dataSource)
        ? builder.pollUsingLockAndFetch(0.5, 1.0).build()
        : builder.build();
  }

  private static Stream<RecurringTask<?>> recurring(Task<?> task) {
    return task instanceof RecurringTask<?> recurring ? Stream.of(recurring) : Stream.empty();
  }

  /** Starts it when the context is ready, and hands work over before anything it uses goes away. */
  @Bean
  DbSchedulerStarter engineLifecycle(Scheduler scheduler, Engine engine, WorkQueue queue) {
    return new EngineLifecycle(scheduler, engine, queue);
  }
}

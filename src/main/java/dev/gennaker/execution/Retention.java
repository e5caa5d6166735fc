package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go of what ended long ago, once an hour on one node; never of what has not ended. */
@Configuration(proxyBeanMethods = false)
class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Few enough that the lists are never held up. */
  private static final int AT_ONCE = 500;

  private final RetentionSettings settings;
  private final Archive archive;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Retention(
      RetentionSettings settings,
      Archive archive,
      Journal journal,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.settings = settings;
    this.archive = archive;
    this.journal = journal;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> retentionTask() {
    return Tasks.recurring("retention", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> letGo());
  }

  /**
   * Does it now.
   *
   * @return how many are gone
   */
  int letGo() {
    int gone = 0;
    List<String> ids = old();
    while (!ids.isEmpty()) {
      int before = gone;
      for (String id : ids) {
        gone += letGo(id) ? 1 : 0;
      }
      if (gone == before) {
        break;
      }
      ids = old();
    }
    if (gone > 0) {
      LOG.info(
          "{} executions are past their time and gone{}",
          gone,
          settings.archive() == null ? "" : "; they are kept in " + settings.archive());
    }
    return gone;
  }

  private boolean letGo(String id) {
    try {
      return Boolean.TRUE.equals(
          transactions.execute(
              tx -> {
                Run run = journal.load(id).orElse(null);
                if (run == null || !run.isOver() || !journal.confirms(run)) {
                  return false;
                }
                archive.keep(run);
                journal.delete(id);
                return true;
              }));
    } catch (UncheckedIOException e) {
      LOG.error("{}; it is kept", e.getMessage(), e);
      return false;
    }
  }

  private List<String> old() {
    List<String> found = new java.util.ArrayList<>();
    if (settings.pipelines().isPositive()) {
      found.addAll(
          jdbc.sql(
                  """
                  select id from (
                    select id, ended_at, row_number() over (
                      partition by pipeline_id order by created_at desc, id desc) as place
                    from execution where pipeline_id is not null) e
                  where place > ? and ended_at < ? order by ended_at limit ?
                  """)
              .params(settings.keep(), before(settings.pipelines()), AT_ONCE)
              .query(String.class)
              .list());
    }
    if (settings.tasks().isPositive()) {
      found.addAll(
          jdbc.sql(
                  """
                  select id from execution where pipeline_id is null and ended_at < ?
                  order by ended_at limit ?
                  """)
              .params(before(settings.tasks()), AT_ONCE)
              .query(String.class)
              .list());
    }
    return found;
  }

  private Object before(Duration age) {
    Instant then = clock.instant().minus(age);
    return then.atOffset(ZoneOffset.UTC);
  }
}

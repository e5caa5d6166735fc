package dev.gennaker.execution;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transactions in which executions are begun and carried on. Plain JDBC: a session of JPA for
 * each would cost a sixth of the engine's time. Within them nothing may use JPA.
 */
@Component
class EngineTransactions {

  private final TransactionTemplate template;

  EngineTransactions(DataSource dataSource) {
    this.template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** All or nothing; joins the one that is under way. */
  <T extends @Nullable Object> T within(Supplier<T> work) {
    return template.execute(tx -> work.get());
  }

  /** As {@link #within}, without an answer. */
  void run(Runnable work) {
    template.executeWithoutResult(tx -> work.run());
  }
}

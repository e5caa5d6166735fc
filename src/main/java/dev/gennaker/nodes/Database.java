package dev.gennaker.nodes;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** What the nodes share. */
public final class Database {

  private static final int DEEPEST = 20;

  /**
   * What the pool says of a connection it has thrown away as broken; a rollback on it hides why.
   */
  private static final String THROWN_AWAY = "Connection is closed";

  private Database() {}

  /** Whether other nodes may work on it too; H2 belongs to one process alone. */
  public static boolean isShared(DataSource dataSource) {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(dataSource, data -> data.getDatabaseProductName());
      return DatabaseDriver.fromProductName(product) != DatabaseDriver.H2;
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("The database does not say what it is", e);
    }
  }

  /**
   * Whether something failed because the database could not be reached or went away, not because of
   * what it was asked: the same may succeed later.
   */
  public static boolean didNotAnswer(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException sql && isOfTheLine(sql))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Class 08 is the connection; 57P01 to 57P03 say that PostgreSQL stops or starts. */
  private static boolean isOfTheLine(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null
        ? THROWN_AWAY.equals(e.getMessage())
        : state.startsWith("08") || state.matches("57P0[123]");
  }
}

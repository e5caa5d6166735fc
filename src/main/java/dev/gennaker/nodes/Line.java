package dev.gennaker.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * This node's own connection to PostgreSQL: it listens to the other nodes, tells them that it
 * lives, and notices first when the database does not answer. There is none on H2.
 */
@Component
class Line implements SmartLifecycle {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Hearer hearer;
  private final Self self;
  private final NodeSettings settings;
  private final Clock clock;
  private final boolean shared;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Instant lostSince;
  private volatile @Nullable Instant failedAt;

  Line(
      DataSource dataSource,
      JdbcClient jdbc,
      Hearer hearer,
      Self self,
      NodeSettings settings,
      Clock clock) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.hearer = hearer;
    this.self = self;
    this.settings = settings;
    this.clock = clock;
    this.shared = Database.isShared(dataSource);
  }

  boolean isShared() {
    return shared;
  }

  Optional<Instant> lostSince() {
    return Optional.ofNullable(lostSince);
  }

  @Override
  public void start() {
    if (shared && thread == null) {
      Thread mine = Thread.ofVirtual().name("nodes-line").unstarted(this::run);
      thread = mine;
      mine.start();
    }
  }

  /** A node that stops takes itself off the list; one that is lost stays on it for a while. */
  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    try {
      running.interrupt();
      running.join(Duration.ofSeconds(1));
      new NodeTable(jdbc, settings).remove(self.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("This node could not take itself off the list", e);
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before the engine and the web server begin, and after they have ended. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (isMine()) {
      try {
        listen();
      } catch (SQLException | RuntimeException e) {
        if (isMine()) {
          pause = failed(e) ? FIRST_PAUSE : longer(pause);
          sleep(pause);
        }
      }
    }
  }

  private boolean isMine() {
    return thread == Thread.currentThread();
  }

  private void listen() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("listen " + Teller.CHANNEL);
      statement.execute("set synchronous_commit = off");
      Roll roll = new Roll(new NodeTable(JdbcClient.create(only(connection)), settings), self);
      roll.call();
      answers();
      PGConnection line = connection.unwrap(PGConnection.class);
      long beat = System.nanoTime();
      while (isMine()) {
        long rest = settings.heartbeat().toNanos() - (System.nanoTime() - beat);
        if (rest <= 0) {
          beat = System.nanoTime();
          if (roll.call()) {
            hearer.publish(new MayHaveChanged());
          }
        } else {
          PGNotification @Nullable [] heard =
              line.getNotifications(Math.toIntExact(rest / 1_000_000 + 1));
          for (PGNotification words : heard == null ? new PGNotification[0] : heard) {
            hearer.hear(words.getParameter());
          }
        }
      }
    }
  }

  /** It may have been mute for a moment only; then nobody needs to know more than this. */
  private void answers() {
    failedAt = null;
    if (lostSince == null) {
      hearer.publish(new MayHaveChanged());
    } else {
      Thread.ofVirtual().name("nodes-return").start(this::answersEverybody);
    }
  }

  /** The pool tries ever more seldom while it is lost: nobody is called before it can be used. */
  private void answersEverybody() {
    while (isRunning() && failedAt == null && lostSince != null) {
      try {
        jdbc.sql("select 1").query(Integer.class).single();
        lostSince = null;
        LOG.info("The database answers again");
        hearer.publish(new MayHaveChanged());
      } catch (RuntimeException e) {
        LOG.debug("The pool has no connection yet", e);
      }
    }
  }

  /** True the first time: connections are cut for many reasons, the next may succeed. */
  private boolean failed(Exception e) {
    Instant since = failedAt;
    if (since == null) {
      failedAt = clock.instant();
      LOG.info("The connection to the database was cut: {}", why(e));
      return true;
    }
    if (lostSince == null) {
      lostSince = since;
      LOG.warn("The database does not answer since {}: {}", since, why(e));
      hearer.publish(new DatabaseLost(since));
    }
    return false;
  }

  private static String why(Exception e) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
  }

  private Connection connect() throws SQLException {
    PGSimpleDataSource source =
        DataSourceBuilder.derivedFrom(dataSource).type(PGSimpleDataSource.class).build();
    source.setApplicationName("gennaker " + self.name());
    source.setConnectTimeout(PATIENCE_SECONDS);
    source.setLoginTimeout(PATIENCE_SECONDS);
    source.setSocketTimeout(PATIENCE_SECONDS);
    source.setTcpKeepAlive(true);
    return source.getConnection();
  }

  private static DataSource only(Connection connection) {
    return new SingleConnectionDataSource(connection, true);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

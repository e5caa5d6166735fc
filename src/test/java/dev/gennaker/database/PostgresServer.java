package dev.gennaker.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/** One PostgreSQL per JVM, started when first asked for, on a free loopback port. */
public final class PostgresServer {

  private static final String USER = "postgres";

  private PostgresServer() {}

  /** A new, empty database; hand the same one to two applications to make them a cluster. */
  public static TestDatabase createDatabase() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    EmbeddedPostgres server = Running.SERVER;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL would not create database " + name, e);
    }
    return new TestDatabase(
        "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name), USER, USER);
  }

  /** Starts with the first use and is stopped after every Spring context of this JVM. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                // Cached contexts outlive their tests: enough for all of their pools.
                .setServerConfig("max_connections", "300")
                // A context that closes after its database hangs for half a minute.
                .setRegisterShutdownHook(false)
                .start();
        SpringApplication.getShutdownHandlers().add(() -> stop(server));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not stop", e);
      }
    }
  }
}

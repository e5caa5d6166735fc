package dev.gennaker.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of a test's own that can go away and come back with its data, on the same port. */
public final class StoppablePostgres implements AutoCloseable {

  private final Path data;
  private final int port = freePort();
  private EmbeddedPostgres server;

  /**
   * @param data an empty folder
   */
  public StoppablePostgres(Path data) {
    this.data = data;
    this.server = launch();
  }

  public TestDatabase database() {
    return new TestDatabase(
        "jdbc:postgresql://localhost:%d/postgres".formatted(port), "postgres", "postgres");
  }

  /** Cuts every connection; new ones are refused. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  public void startAgain() {
    server = launch();
  }

  @Override
  public void close() {
    stop();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException("its data stay in " + data, e);
    }
  }

  private EmbeddedPostgres launch() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setRegisterShutdownHook(false)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}

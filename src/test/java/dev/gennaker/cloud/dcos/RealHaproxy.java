package dev.gennaker.cloud.dcos;

import dev.gennaker.simulator.balancer.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A HAProxy of the machine; its configuration changes without losing a connection. */
final class RealHaproxy implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

  private final Path file;
  private final int port = free();
  private final int statistics = free();
  private final Process master;
  private String configured = "";
  private int version;

  RealHaproxy(Path file) {
    this.file = file;
    write(List.of(), Map.of());
    try {
      master =
          new ProcessBuilder(PROGRAM.toString(), "-W", "-db", "-q", "-f", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /** Where clients come in. */
  int port() {
    return port;
  }

  /** What marathon-lb does on every event: writes, and reloads when something changed. */
  void configure(List<Backend> backends, Map<String, RealTask> tasks, HttpClient http) {
    if (write(backends, tasks)) {
      // A signal that comes while it still reloads may be lost; marathon-lb looks for that too.
      Awaitility.await()
          .pollInterval(Duration.ofMillis(500))
          .pollDelay(Duration.ZERO)
          .until(() -> reloaded(http));
    }
  }

  private boolean reloaded(HttpClient http) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-USR2", String.valueOf(master.pid())).start().waitFor();
    String mark = "version_" + version + ",";
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(2))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> statistics(http).contains(mark));
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }

  private boolean write(List<Backend> backends, Map<String, RealTask> tasks) {
    // Nothing hides a server that is gone: no retry, no other server instead.
    StringBuilder text =
        new StringBuilder(
            """
            global
              maxconn 2000
            defaults
              mode http
              timeout connect 3s
              timeout client 60s
              timeout server 60s
              retries 0
            listen statistics
              bind 127.0.0.1:%d
              stats enable
              stats uri /haproxy?stats
            frontend web
              bind 127.0.0.1:%d
            """
                .formatted(statistics, port));
    if (!backends.isEmpty()) {
      text.append("  default_backend ").append(backends.getFirst().name()).append('\n');
    }
    for (Backend backend : backends) {
      text.append("backend ").append(backend.name()).append("\n  balance roundrobin\n");
      for (Backend.Server server : backend.servers()) {
        RealTask task = tasks.get(server.task());
        if (task != null) {
          text.append(
              "  server %s 127.0.0.1:%d%s\n"
                  .formatted(server.name(), task.port(), server.draining() ? " disabled" : ""));
        }
      }
    }
    if (text.toString().equals(configured)) {
      return false;
    }
    configured = text.toString();
    version++;
    try {
      Files.writeString(file, configured + "backend version_" + version + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** As marathon-lb answers: all processes, with those of former configurations. */
  String pids() {
    return Stream.concat(Stream.of(master.toHandle()), master.children())
        .map(process -> String.valueOf(process.pid()))
        .collect(Collectors.joining(" "));
  }

  boolean answers(HttpClient http) {
    try {
      return statistics(http).startsWith("#");
    } catch (IOException e) {
      return false;
    }
  }

  String statistics(HttpClient http) throws IOException {
    try {
      return http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + statistics + "/haproxy?stats;csv"))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    master.children().forEach(ProcessHandle::destroyForcibly);
    master.destroyForcibly();
  }
}

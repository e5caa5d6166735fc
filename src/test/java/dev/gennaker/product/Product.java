package dev.gennaker.product;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Gennaker as a process, in the demo profile; the same data folder may be started again. */
public final class Product implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final List<String> arguments;
  private final int port = freePort();
  private Process process;
  private int starts;

  /**
   * @param arguments Spring's, beyond port and data folder
   */
  public Product(Path data, String... arguments) {
    this.data = data;
    this.arguments = List.of(arguments);
    this.process = launch();
  }

  public int port() {
    return port;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends the process as a power cut would, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts it again on the same data and waits until it is ready. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m"));
    command.addAll(List.of("-cp", productClassPath(), "dev.gennaker.Gennaker"));
    command.add("--spring.profiles.active=demo");
    command.add("--server.port=" + port);
    command.add("--gennaker.data=" + data.toAbsolutePath());
    command.addAll(arguments);
    Path log = data.resolve("start-" + ++starts + ".log");
    try {
      Files.createDirectories(data);
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      await("ready, see " + log)
          .atMost(PATIENCE)
          .failFast(log + " tells why it ended", () -> !started.isAlive())
          .until(() -> Files.readString(log).contains("Started Gennaker in"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the product", e);
    }
  }

  /** This JVM's class path without the tests, whose configuration is not the product's. */
  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}

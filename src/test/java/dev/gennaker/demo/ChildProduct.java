package dev.gennaker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product in a process of its own, so that it can be killed; asked over its API. */
final class ChildProduct implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private ChildProduct(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it in the demo profile without history and waits until it is ready. */
  static ChildProduct start(Path data, String simulators) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-cp", productsOwnClasses()));
    command.add("dev.gennaker.Gennaker");
    command.add("--spring.profiles.active=demo");
    command.add("--server.port=" + port);
    command.add("--gennaker.data=" + data);
    command.add("--gennaker.demo.history=false");
    command.add("--gennaker.demo.simulator-urls=" + simulators);
    command.add("--vaadin.productionMode=true");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("console-" + port + ".log").toFile())
            .start();
    ChildProduct product = new ChildProduct(process, port);
    await().atMost(START).pollInterval(Duration.ofMillis(500)).until(product::isReady);
    return product;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Without the tests' own configuration, which would be found on the class path. */
  private static String productsOwnClasses() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isReady() throws InterruptedException {
    assertThat(process.isAlive()).as("the product is running").isTrue();
    try {
      return send("GET", "/actuator/health/readiness", "demo", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Calls the API as somebody whose password is their name. */
  JsonNode call(String method, String path, String user, String body) {
    try {
      HttpResponse<String> answer = send(method, "/api" + path, user, body);
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String method, String path, String user, String body)
      throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}

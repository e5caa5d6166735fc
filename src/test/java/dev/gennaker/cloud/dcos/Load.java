package dev.gennaker.cloud.dcos;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that ask without a pause, each time by a connection of its own, and forgive nothing.
 * Every other one asks for what takes a while.
 */
final class Load implements AutoCloseable {

  private final List<Integer> ports;
  private final List<Thread> clients = new ArrayList<>();
  private final AtomicLong answered = new AtomicLong();
  private final Map<String, Long> byTask = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  Load(List<Integer> ports, int count) {
    this.ports = ports;
    for (int i = 0; i < count; i++) {
      int first = i;
      clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> ask(first)));
    }
  }

  private void ask(int first) {
    for (int i = first / 2; !stopped; i++) {
      String answer = get(ports.get(i % ports.size()), first % 2 == 0 ? "/" : "/slow");
      if (answer.startsWith("HTTP/1.1 200 ") && answer.contains("shop-web-v")) {
        answered.incrementAndGet();
        byTask.merge(answer.substring(answer.lastIndexOf('\n') + 1), 1L, Long::sum);
      } else {
        failures.add(answer.lines().findFirst().orElse("nothing"));
      }
    }
  }

  /** The whole answer, or what went wrong. */
  static String get(int port, String path) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: web\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  long answered() {
    return answered.get();
  }

  /** How many answers came from tasks of a server group. */
  long answeredBy(String group) {
    return byTask.entrySet().stream()
        .filter(one -> one.getKey().contains(group))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    stopped = true;
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

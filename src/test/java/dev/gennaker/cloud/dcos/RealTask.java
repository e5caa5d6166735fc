package dev.gennaker.cloud.dcos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers with the name of its task; it ends in the midst of what it does. */
final class RealTask implements AutoCloseable {

  private final String id;
  private final HttpServer server;
  private final AtomicInteger held = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);

  RealTask(String id) {
    this.id = id;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    // What takes a while, so that there is always a request under way.
    server.createContext(
        "/slow",
        exchange ->
            CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS)
                .execute(() -> done(exchange)));
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** How many requests for {@code /held} it works on. */
  int held() {
    return held.get();
  }

  /** Lets it answer them. */
  void release() {
    release.countDown();
  }

  private void answer(HttpExchange exchange) {
    if (exchange.getRequestURI().getPath().equals("/held")) {
      held.incrementAndGet();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    done(exchange);
  }

  private void done(HttpExchange exchange) {
    byte[] body = id.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // nobody is there any more
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

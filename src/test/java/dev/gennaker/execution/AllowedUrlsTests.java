package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedUrlsTests {

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private String root;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    root = "http://127.0.0.1:" + server.getAddress().getPort();
    answer("/shop/config.json", 200, "{\"größe\": 3}");
    answer("/secret", 200, "secret");
    answer("/shop/large", 200, "a".repeat(1_000_001));
    answer("/shop/gone", 404, "");
    server.createContext(
        "/shop/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", root + "/secret");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/shop/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          wait(end);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void readsWhatIsAllowed() {
    assertThat(allowing(root + "/shop").fetch(root + "/shop/config.json"))
        .isEqualTo("{\"größe\": 3}");
    assertThat(allowing(root).fetch(root + "/secret")).isEqualTo("secret");
  }

  @Test
  void readsNothingUnlessAllowed() {
    assertThatThrownBy(() -> allowing().fetch(root + "/secret"))
        .hasMessageContaining("no addresses are allowed")
        .hasMessageContaining("gennaker.expressions.urls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{root}/secret",
        "{root}/shopping",
        "{root}/shop/../secret",
        "{root}/shop/%2e%2e/secret",
        "{root}/shop/..%2fsecret",
        "{root}/shop/..;/secret",
        "{root}/shop\\..\\secret",
        "http://127.0.0.1:1/shop/config.json",
        "http://localhost/shop/config.json",
        "https://127.0.0.1/shop",
        "http://127.0.0.1/shop",
        "http://127.0.0.1@169.254.169.254/shop/",
        "file:///etc/passwd",
        "jar:http://127.0.0.1/shop!/x",
        "//127.0.0.1/shop",
        "/shop",
        "",
        "no address",
      })
  void readsNothingElse(String url) {
    assertThatThrownBy(() -> allowing(root + "/shop").fetch(url.replace("{root}", root)))
        .hasMessageMatching("(?s).*(may not be read|is no address).*");
  }

  @Test
  void saysWhyThereIsNothing() {
    AllowedUrls urls = allowing(root + "/shop/");
    assertThatThrownBy(() -> urls.fetch(root + "/shop/gone")).hasMessageContaining("answers 404");
    assertThatThrownBy(() -> urls.fetch(root + "/shop/moved"))
        .hasMessageContaining("redirects to " + root + "/secret");
    assertThatThrownBy(() -> urls.fetch(root + "/shop/large"))
        .hasMessageContaining("more than 1000000 bytes");
    assertThatThrownBy(() -> urls.fetch(root + "/shop/slow"))
        .hasMessageContaining("longer than 1000 ms");
  }

  @Test
  void refusesToAllowEveryHost() {
    assertThatThrownBy(() -> allowing("https://"))
        .hasMessageContaining("gennaker.expressions.urls");
    assertThatThrownBy(() -> allowing("ftp://x/")).hasMessageContaining("http or https");
  }

  private static AllowedUrls allowing(String... urls) {
    return new AllowedUrls(new ExpressionSettings(List.of(urls)), Duration.ofSeconds(1));
  }

  private void answer(String path, int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.gennaker.database.OnH2;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a collector gets where traces are configured. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@OnH2
@Import(EngineTestConfiguration.class)
class TracesTests extends EngineScene {

  private static final List<String> GOT = new CopyOnWriteArrayList<>();
  private static final HttpServer COLLECTOR = collector();

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry properties) {
    properties.add(
        TracesWhenConfigured.ENDPOINT,
        () -> "http://127.0.0.1:%d/v1/traces".formatted(COLLECTOR.getAddress().getPort()));
    properties.add("management.tracing.sampling.probability", () -> 1.0);
    properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
    // tests of Spring's kind export nothing otherwise
    properties.add("management.tracing.export.enabled", () -> true);
  }

  @AfterAll
  static void close() {
    COLLECTOR.stop(0);
  }

  @Test
  void aSpanForTheWakeUpAndOneForEachLook() {
    String id = start(List.of(Runs.stage("1", "Sail")));
    awaitEnd(id);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(String.join("\n", GOT))
                    .contains(id, "stage scripted", "gennaker.stage.type", "Deploy", "Sail"));
  }

  private static HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            GOT.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

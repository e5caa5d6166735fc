package dev.gennaker.api;

import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.MemoryCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The whole program on a free port, spoken to over HTTP as its clients do. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "gennaker.security.users[0].name=ann",
      "gennaker.security.users[0].password={noop}ann",
      "gennaker.security.users[0].roles=admin",
      "gennaker.security.users[1].name=bob",
      "gennaker.security.users[1].password={noop}bob",
      "gennaker.security.users[1].roles=readers",
      "gennaker.security.users[2].name=joe",
      "gennaker.security.users[2].password={noop}joe",
      "gennaker.security.users[2].roles=judges",
      "gennaker.security.grants.READ=readers,judges",
      "gennaker.security.grants.JUDGE=judges"
    })
@Import(ApiContract.Beans.class)
abstract class ApiContract {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired MemoryCloud cloud;

  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    CloudProvider memoryCloud() {
      return new MemoryCloud();
    }
  }

  /** What came back. */
  record Reply(int status, String contentType, String text, JsonNode json) {
    String problem() {
      return json.path("type").asString("").replace("urn:gennaker:problem:", "");
    }
  }

  Reply get(String path) {
    return send("ann", "GET", path, null);
  }

  Reply post(String path, String body) {
    return send("ann", "POST", path, body);
  }

  Reply put(String path, String body) {
    return send("ann", "PUT", path, body);
  }

  Reply send(String user, String method, String path, String body) {
    return send(user, method, path, body, "application/json");
  }

  Reply send(String user, String method, String path, String body, String contentType) {
    String basic =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", contentType)
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response =
          HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(
          response.statusCode(),
          type,
          response.body(),
          type.contains("json") ? parse(response) : none());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a pipeline of {@code shop} and returns where its execution is. */
  String start(String pipeline, String trigger) {
    Reply started = post("/api/pipelines/shop/" + pipeline, trigger);
    if (started.status() != 202) {
      throw new AssertionError(started.text());
    }
    return "/api" + started.json().path("ref").stringValue();
  }

  JsonNode awaitStatus(String address, String... statuses) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                java.util.List.of(statuses)
                    .contains(get(address).json().path("status").asString("")));
    return get(address).json();
  }

  private static JsonNode parse(HttpResponse<String> response) {
    return response.body().isEmpty() ? none() : JsonMapper.shared().readTree(response.body());
  }

  private static JsonNode none() {
    return JsonNodeFactory.instance.missingNode();
  }
}

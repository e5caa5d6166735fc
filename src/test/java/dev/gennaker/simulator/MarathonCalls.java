package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with a Marathon, simulated or real, the way any client would. */
final class MarathonCalls {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final @Nullable String token;

  MarathonCalls(URI base) {
    this(base, null);
  }

  MarathonCalls(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** An answer: its status, headers and body, parsed when it is JSON. */
  record Reply(HttpResponse<String> raw, @Nullable JsonNode json) {

    int status() {
      return raw.statusCode();
    }

    @Nullable String header(String name) {
      return raw.headers().firstValue(name).orElse(null);
    }

    JsonNode at(String pointer) {
      assertThat(json).as(raw.body()).isNotNull();
      return json == null ? JSON.createObjectNode() : json.at(pointer);
    }

    Reply expect(int status) {
      assertThat(status()).as(raw.request().uri() + " " + raw.body()).isEqualTo(status);
      return this;
    }
  }

  Reply get(String path) {
    return call("GET", path, null);
  }

  Reply delete(String path) {
    return call("DELETE", path, null);
  }

  Reply post(String path, @Nullable String body) {
    return call("POST", path, body);
  }

  Reply put(String path, String body) {
    return call("PUT", path, body);
  }

  Reply call(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path.replace(" ", "%20")))
            .timeout(Duration.ofSeconds(20))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Accept")) {
      all.addAll(List.of("Accept", "application/json"));
    }
    if (body != null && !all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    if (token != null) {
      all.addAll(List.of("Authorization", "token=" + token));
    }
    request.headers(all.toArray(String[]::new));
    try {
      HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Reply(raw, json ? JSON.readTree(raw.body()) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}

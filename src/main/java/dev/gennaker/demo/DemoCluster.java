package dev.gennaker.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One simulated cluster as the demo fills and turns it, over HTTP like everybody else. */
record DemoCluster(String name, URI url) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Map<String, Object> AT_ONCE =
      Map.of(
          "offerSeconds",
          0,
          "stageSeconds",
          0,
          "healthySeconds",
          0,
          "readySeconds",
          0,
          "killSeconds",
          0);
  private static final Map<String, Object> BRISK =
      Map.of(
          "offerSeconds",
          0.2,
          "stageSeconds",
          1,
          "healthySeconds",
          1,
          "readySeconds",
          0.5,
          "killSeconds",
          0.5);

  boolean isEmpty() {
    return call("GET", "/service/marathon/v2/apps", null).path("apps").isEmpty();
  }

  /** Creates apps and waits until all of them run. */
  void fill(List<Map<String, Object>> apps) {
    call("PATCH", "/simulator/knobs", AT_ONCE);
    for (Map<String, Object> app : apps) {
      call("POST", "/service/marathon/v2/apps", app);
    }
    for (int look = 0; look < 100 && isBusy(); look++) {
      pause();
    }
    call("PATCH", "/simulator/knobs", BRISK);
  }

  private boolean isBusy() {
    return !call("GET", "/service/marathon/v2/deployments", null).isEmpty();
  }

  /** Lets the checks of one instance of an app fail. */
  void ail(String app) {
    JsonNode task =
        call("GET", "/service/marathon/v2/apps" + app + "/tasks", null).path("tasks").path(0);
    if (task.hasNonNull("id")) {
      call("POST", "/simulator/tasks/" + task.path("id").asString(), Map.of("healthy", false));
    }
  }

  /** Turns knobs of one app, whether it exists yet or not; null values take knobs away. */
  void turn(String app, Map<String, ?> knobs) {
    call("PATCH", "/simulator/apps" + app, knobs);
  }

  private JsonNode call(
      String method, String path, @org.jspecify.annotations.Nullable Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.toString().replaceAll("/+$", "") + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(
            "%s %s on %s answered %d: %s"
                .formatted(method, path, name, answer.statusCode(), answer.body()));
      }
      return answer.body().isBlank()
          ? JsonMapper.shared().nullNode()
          : JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " at " + url + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

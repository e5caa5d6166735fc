package dev.gennaker.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** What a cluster itself says about its tasks. */
final class Tasks {

  private Tasks() {}

  /** The id of some task of an app that runs. */
  static String firstOf(URI cluster, String app) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(cluster + "/service/marathon/v2/apps" + app + "/tasks"))
            .header("Accept", "application/json")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(body).path("tasks").path(0).path("id").asString();
    } catch (IOException e) {
      throw new AssertionError(cluster + " does not tell the tasks of " + app, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

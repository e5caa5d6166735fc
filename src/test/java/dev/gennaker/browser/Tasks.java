package dev.gennaker.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a simulated cluster itself says about its tasks, and what it is told about its apps. */
final class Tasks {

  private Tasks() {}

  /** The id of some task of an app that runs. */
  static String firstOf(URI cluster, String app) {
    return of(cluster, app).getFirst();
  }

  /** The ids of the tasks of an app. */
  static List<String> of(URI cluster, String app) {
    String body =
        call(
            HttpRequest.newBuilder(
                    URI.create(cluster + "/service/marathon/v2/apps" + app + "/tasks"))
                .header("Accept", "application/json"));
    return JsonMapper.shared()
        .readTree(body)
        .path("tasks")
        .valueStream()
        .map(task -> task.path("id").asString())
        .toList();
  }

  /** Runs an app with a health check. */
  static void deploy(URI cluster, String app, int instances) {
    String json =
        """
        {"id": "%s", "cmd": "./serve", "cpus": 0.1, "mem": 32, "instances": %d,
         "portDefinitions": [{"port": 0, "name": "http"}],
         "healthChecks": [{"protocol": "MESOS_HTTP", "path": "/", "portIndex": 0}]}"""
            .formatted(app, instances);
    create(cluster, json);
  }

  /** Creates an app that nobody deployed. */
  static void create(URI cluster, String json) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/service/marathon/v2/apps"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Creates a pod that nobody deployed. */
  static void createPod(URI cluster, String json) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/service/marathon/v2/pods"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Removes an app or a pod, {@code apps/demo/web}. */
  static void remove(URI cluster, String what) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/service/marathon/v2/" + what + "?force=true"))
            .DELETE());
  }

  /** Makes the checks of a task pass or fail; null lets them follow the knobs again. */
  static void health(URI cluster, String task, @Nullable Boolean healthy) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/simulator/tasks/" + task))
            .POST(BodyPublishers.ofString("{\"healthy\": " + healthy + "}")));
  }

  /** Sets knobs of an app; null takes one away. */
  static void knob(URI cluster, String app, String json) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/simulator/apps" + app))
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  /** Takes permissions from whoever calls a cluster without security; an empty list gives back. */
  static void deny(URI cluster, List<String> permissions) {
    call(
        HttpRequest.newBuilder(URI.create(cluster + "/simulator/denied/anonymous"))
            .PUT(
                BodyPublishers.ofString(
                    JsonMapper.shared().writeValueAsString(Map.of("permissions", permissions)))));
  }

  private static String call(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(answer + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError("the cluster does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

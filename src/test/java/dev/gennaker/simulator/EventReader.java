package dev.gennaker.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Reads an event stream in the background. */
final class EventReader implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final InputStream in;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private EventReader(URI marathon, String query) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(URI.create(marathon + "/v2/events" + query))
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofInputStream());
    in = response.body();
    Thread.ofVirtual().start(this::read);
  }

  static EventReader open(URI marathon, String query) throws IOException, InterruptedException {
    return new EventReader(marathon, query);
  }

  private void read() {
    try (var lines =
        new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          events.add(MarathonCalls.json(line.substring(6)));
        }
      }
    } catch (IOException e) {
      // the stream was cut, which is what "ended" says
    }
    ended = true;
  }

  List<JsonNode> events() {
    return events;
  }

  /** The types of what came so far, in order. */
  List<String> types() {
    return events.stream().map(e -> e.get("eventType").asString()).toList();
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

package dev.gennaker.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A cluster whose time is turned by hand, with short ways to ask it. */
final class StillCluster implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final SimulatorSettings SETTINGS =
      SimulatorSettings.defaults().standingStill(Clock.fixed(START, ZoneOffset.UTC));

  final SimulatedCluster cluster;
  final MarathonCalls marathon;

  private StillCluster(SimulatorSettings settings) {
    try {
      this.cluster = SimulatedCluster.start(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.marathon = new MarathonCalls(cluster.marathonUrl());
  }

  static StillCluster start() {
    return new StillCluster(SETTINGS);
  }

  static StillCluster start(SimulatorSettings settings) {
    return new StillCluster(settings);
  }

  /** Seconds of simulated time pass. */
  void pass(double seconds) {
    cluster.advance(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  JsonNode app(String id) {
    return marathon.get("/v2/apps" + id).expect(200).at("/app");
  }

  List<JsonNode> tasks(String id) {
    List<JsonNode> tasks = new ArrayList<>();
    app(id).get("tasks").forEach(tasks::add);
    return tasks;
  }

  String taskId(String appId) {
    return tasks(appId).getFirst().get("id").asString();
  }

  JsonNode deployments() {
    return marathon.get("/v2/deployments").expect(200).at("");
  }

  JsonNode queue() {
    return marathon.get("/v2/queue").expect(200).at("/queue");
  }

  /** Creates an app and lets it settle. */
  void running(String body) {
    marathon.post("/v2/apps", body).expect(201);
    pass(5);
  }

  @Override
  public void close() {
    cluster.close();
  }
}

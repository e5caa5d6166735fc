package dev.gennaker.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.simulator.RequestLog;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The engine's promise, from outside: a process killed in the middle of each deploy goes on when it
 * is started again, and the clusters, which lived on, were asked to create each app once.
 */
class SurvivesKillIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PIPELINE =
      """
      {"application": "shop", "name": "Survive", "stages": [
        {"refId": "1", "requisiteStageRefIds": [], "type": "deploy", "name": "East",
         "clusters": [%s]},
        {"refId": "2", "requisiteStageRefIds": ["1"], "type": "manualJudgment", "name": "Go west?"},
        {"refId": "3", "requisiteStageRefIds": ["2"], "type": "deploy", "name": "West",
         "clusters": [%s]}]}
      """;
  private static final String CLUSTER =
      """
      {"account": "demo", "cloudProvider": "dcos", "region": "%s", "application": "shop",
       "stack": "kill", "freeFormDetails": "", "strategy": "redblack", "desiredCapacity": 3,
       "cpus": 0.1, "mem": 32, "docker": {"image": {"imageId": "nginx:1.29"}},
       "networkType": "BRIDGE"}
      """;

  /** Kept after the test: the logs tell what happened. */
  private final Path data = Path.of("target/survives-kill/" + UUID.randomUUID());

  @Test
  void goesOnAndCreatesEachAppOnce() throws IOException {
    try (SimulatedCluster east = SimulatedCluster.start(SimulatorSettings.defaults());
        SimulatedCluster west = SimulatedCluster.start(SimulatorSettings.defaults());
        Product product =
            new Product(
                data,
                "--gennaker.demo.history=false",
                "--gennaker.demo.simulator-urls=" + east.baseUrl() + "," + west.baseUrl())) {
      Gate gate = new Gate(product.url(), "demo");
      gate.post(
          "/api/pipelines",
          PIPELINE.formatted(CLUSTER.formatted("dcos-east"), CLUSTER.formatted("dcos-west")));
      String execution = gate.post("/api/pipelines/shop/Survive", "{}").path("ref").asString();

      killDuringDeploy(product, east);
      await().atMost(PATIENCE).until(() -> stage(gate, execution, "2").equals("RUNNING"));
      String judgment = stageNode(gate, execution, "2").path("id").asString();
      gate.patch("/api" + execution + "/stages/" + judgment, "{\"judgmentStatus\": \"continue\"}");
      killDuringDeploy(product, west);

      await()
          .atMost(PATIENCE)
          .until(() -> !gate.get("/api" + execution).path("status").asString().equals("RUNNING"));
      assertThat(gate.get("/api" + execution).path("status").asString())
          .as(() -> gate.get("/api" + execution).toPrettyString())
          .isEqualTo("SUCCEEDED");
      assertThat(creations(east)).as("apps created in east").hasSize(1);
      assertThat(creations(west)).as("apps created in west").hasSize(1);
    }
  }

  /** As soon as the cluster has been asked to create the app, long before its tasks run. */
  private static void killDuringDeploy(Product product, SimulatedCluster cluster) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !creations(cluster).isEmpty());
    product.kill();
    product.startAgain();
  }

  private static List<RequestLog.Entry> creations(SimulatedCluster cluster) {
    return cluster.requestLog().find("POST", "/v2/apps(\\?.*)?$").stream()
        .filter(entry -> entry.body().contains("shop-kill"))
        .toList();
  }

  private static String stage(Gate gate, String execution, String refId) {
    return stageNode(gate, execution, refId).path("status").asString("");
  }

  private static JsonNode stageNode(Gate gate, String execution, String refId) {
    return gate.get("/api" + execution)
        .path("stages")
        .valueStream()
        .filter(stage -> stage.path("refId").asString("").equals(refId))
        .findFirst()
        .orElseThrow();
  }
}

package dev.gennaker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The product is killed in the middle of a deploy and started again, on clusters that live on. */
class KilledTests {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path data;

  private SimulatedCluster east;
  private SimulatedCluster west;

  @BeforeEach
  void startClusters() throws IOException {
    east = SimulatedCluster.start(SimulatorSettings.defaults());
    west = SimulatedCluster.start(SimulatorSettings.defaults());
  }

  @AfterEach
  void stopClusters() {
    east.close();
    west.close();
  }

  @Test
  void theRunGoesOnAndEachAppIsCreatedOnce() throws Exception {
    String run;
    try (ChildProduct product = ChildProduct.start(data, urls())) {
      await().atMost(PATIENCE).until(() -> created(east, "shop-test-web-v022") == 1);
      JsonNode started =
          product.call("POST", "/pipelines/shop/Release%20web", "demo", "{\"type\":\"manual\"}");
      run = started.path("ref").asString();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> created(east, "shop-prod-web-v014") == 1);
      product.kill();
    }

    try (ChildProduct product = ChildProduct.start(data, urls())) {
      await()
          .atMost(PATIENCE)
          .until(() -> !product.call("GET", "/judgments", "approver", "").isEmpty());
      JsonNode judgment = product.call("GET", "/judgments", "approver", "").path(0);
      product.call(
          "PATCH",
          judgment.path("ref").asString(),
          "approver",
          "{\"judgmentStatus\":\"continue\"}");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(product.call("GET", run, "demo", "").path("status").asString())
                      .isEqualTo("SUCCEEDED"));
    }

    for (SimulatedCluster cluster : List.of(east, west)) {
      assertThat(created(cluster, "shop-prod-web-v014")).isEqualTo(1);
      assertThat(created(cluster, "shop-prod-web-v015")).isZero();
      assertThat(disabled(cluster, "shop-prod-web-v013")).isEqualTo(1);
    }
  }

  private String urls() {
    return east.baseUrl() + "," + west.baseUrl();
  }

  private static long created(SimulatedCluster cluster, String app) {
    return cluster.requestLog().find("POST", "/v2/apps$").stream()
        .filter(call -> call.body().contains("/demo/" + app + "\""))
        .count();
  }

  private static long disabled(SimulatedCluster cluster, String app) {
    return cluster.requestLog().find("PUT", "/v2/apps/*/demo/" + app).stream()
        .filter(call -> call.status() == 200)
        .count();
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Waiting for a place, and for longer after every failure. */
class QueueTests {

  private static final String FAILING =
      """
      {"id":"/bad","cmd":"sleep 1","instances":1,"backoffSeconds":1,"backoffFactor":2,
       "maxLaunchDelaySeconds":20,"labels":{"SIM_FAIL":"true"}}
      """;

  @Test
  void delaysTwiceAsLongAfterEveryFailureUpToTheLimit() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", FAILING);
      List<Integer> delays = new ArrayList<>();
      int before = 0;
      for (int i = 0; i < 1000; i++) {
        still.pass(0.1);
        int left = still.queue().at("/0/delay/timeLeftSeconds").asInt();
        if (left > before) {
          delays.add(left);
        }
        before = left;
      }
      assertThat(delays).startsWith(1, 2, 4, 8, 16, 20, 20);
      assertThat(still.app("/bad").at("/lastTaskFailure/state").asString())
          .isEqualTo("TASK_FAILED");
      assertThat(still.deployments()).as("stays open for ever").hasSize(1);
    }
  }

  @Test
  void resetsTheDelayOnRequest() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", FAILING);
      still.pass(15);
      assertThat(still.queue().at("/0/delay/overdue").asBoolean()).isFalse();
      still.marathon.delete("/v2/queue/bad/delay").expect(204);
      assertThat(still.queue().at("/0/delay/overdue").asBoolean()).isTrue();
      still.marathon.delete("/v2/queue/unknown/delay").expect(404);
    }
  }

  @Test
  void forgetsTheDelayWhenTheConfigurationChanges() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", FAILING);
      still.pass(15);
      still
          .marathon
          .put("/v2/apps/bad?force=true", "{\"cmd\":\"sleep 2\",\"labels\":{}}")
          .expect(200);
      still.pass(3);
      assertThat(still.app("/bad").get("tasksRunning").asInt()).isEqualTo(1);
      assertThat(still.app("/bad").at("/lastTaskFailure/state").asString())
          .as("survives the update")
          .isEqualTo("TASK_FAILED");
    }
  }

  @Test
  void tellsWhyNoOfferFits() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post(
          "/v2/apps",
          """
          {"id":"/nofit","cmd":"sleep 1","cpus":1000,"constraints":[["rack","LIKE","rack-1"]]}
          """);
      still.pass(3);
      JsonNode item =
          still.marathon.get("/v2/queue?embed=lastUnusedOffers").expect(200).at("/queue/0");
      assertThat(item.at("/processedOffersSummary/rejectSummaryLastOffers/1").toString())
          .isEqualTo("{\"reason\":\"UnfulfilledConstraint\",\"declined\":4,\"processed\":5}");
      assertThat(item.at("/processedOffersSummary/rejectSummaryLastOffers/4").toString())
          .isEqualTo("{\"reason\":\"InsufficientCpus\",\"declined\":1,\"processed\":1}");
      assertThat(item.get("lastUnusedOffers")).hasSize(5);
      assertThat(item.at("/lastUnusedOffers/0/reason/0").asString()).isNotEmpty();
      assertThat(still.app("/nofit").get("tasks")).isEmpty();
    }
  }

  @Test
  void placesNothingUntilOffersComeBack() {
    try (StillCluster still = StillCluster.start()) {
      still.cluster.turn("/w", "SIM_NO_OFFERS", "true");
      still.running("{\"id\":\"/w\",\"cmd\":\"sleep 1\"}");
      assertThat(still.queue().at("/0/count").asInt()).isEqualTo(1);
      assertThat(still.app("/w").get("tasks")).isEmpty();
      still.cluster.turn("/w", "SIM_NO_OFFERS", null);
      still.pass(3);
      assertThat(still.queue()).isEmpty();
      assertThat(still.app("/w").get("tasksRunning").asInt()).isEqualTo(1);
    }
  }

  @Test
  void spreadsUniqueTasksOverMachines() {
    try (StillCluster still = StillCluster.start()) {
      still.running(
          """
          {"id":"/one","cmd":"sleep 1","instances":6,"constraints":[["hostname","UNIQUE"]]}
          """);
      assertThat(still.tasks("/one").stream().map(t -> t.get("host").asString()).distinct())
          .hasSize(5);
      assertThat(still.queue().at("/0/count").asInt()).isEqualTo(1);
    }
  }
}

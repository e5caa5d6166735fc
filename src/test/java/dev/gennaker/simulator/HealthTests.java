package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When health checks pass, fail and kill. */
class HealthTests {

  private static final String APP =
      """
      {"id":"/h","cmd":"sleep 1","instances":1,"healthChecks":[{"protocol":"HTTP","path":"/",
       "gracePeriodSeconds":%d,"intervalSeconds":2,"maxConsecutiveFailures":3}],"labels":{%s}}
      """;

  private static JsonNode result(StillCluster still) {
    return still.tasks("/h").getFirst().get("healthCheckResults").get(0);
  }

  @Test
  void countsAsUnhealthyFromRunningUntilTheFirstSuccess() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", APP.formatted(300, "\"SIM_HEALTHY_SECONDS\":\"3\""));
      still.pass(1);
      assertThat(still.tasks("/h").getFirst().get("healthCheckResults")).isEmpty();
      still.pass(1);
      assertThat(still.app("/h").get("tasksUnhealthy").asInt()).isEqualTo(1);
      assertThat(result(still).get("alive").asBoolean()).isFalse();
      assertThat(result(still).get("consecutiveFailures").asInt()).isZero();
      assertThat(still.deployments()).hasSize(1);
      still.pass(5);
      assertThat(still.app("/h").get("tasksHealthy").asInt()).isEqualTo(1);
      assertThat(still.deployments()).isEmpty();
    }
  }

  @Test
  void killsWithTheFourthFailureInARow() {
    try (StillCluster still = StillCluster.start()) {
      still.running(APP.formatted(0, ""));
      String task = still.taskId("/h");
      still.cluster.taskHealth(task, false);
      assertThat(result(still).get("consecutiveFailures").asInt()).isEqualTo(1);
      assertThat(result(still).get("lastFailureCause").asString())
          .isEqualTo("503 Service Unavailable");
      still.pass(4);
      assertThat(result(still).get("consecutiveFailures").asInt()).isEqualTo(3);
      assertThat(still.app("/h").has("lastTaskFailure")).isFalse();
      still.pass(2);
      JsonNode failure = still.app("/h").get("lastTaskFailure");
      assertThat(failure.get("message").asString())
          .isEqualTo("Task was killed since health check failed. Reason: 503 Service Unavailable");
      assertThat(failure.get("state").asString()).isEqualTo("TASK_KILLED");
      still.pass(0.6);
      assertThat(still.queue().at("/0/delay/overdue").asBoolean()).as("no backoff").isTrue();
    }
  }

  @Test
  void forgivesDuringTheGracePeriodOnly() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", APP.formatted(10, "\"SIM_NEVER_HEALTHY\":\"true\""));
      still.pass(10);
      assertThat(result(still).get("consecutiveFailures").asInt()).isZero();
      still.pass(4);
      assertThat(result(still).get("consecutiveFailures").asInt()).isPositive();
      assertThat(still.deployments()).hasSize(1);
    }
  }

  @Test
  void newerMarathonKillsTheReplacementAfterOneMoreFailureAndTheOlderDoesNot() {
    assertThat(incarnationsAfterTwoMinutes("1.11")).isGreaterThan(20);
    assertThat(incarnationsAfterTwoMinutes("1.6")).isLessThan(20);
  }

  private static long incarnationsAfterTwoMinutes(String generation) {
    try (StillCluster still = StillCluster.start(StillCluster.SETTINGS.following(generation))) {
      still.running(APP.formatted(0, ""));
      still.cluster.turn("/h", "SIM_NEVER_HEALTHY", "true");
      long kills = 0;
      String last = still.taskId("/h");
      for (int i = 0; i < 1200; i++) {
        still.pass(0.1);
        String now = still.tasks("/h").isEmpty() ? last : still.taskId("/h");
        kills += now.equals(last) ? 0 : 1;
        last = now;
      }
      return kills;
    }
  }

  @Test
  void flapsByLabel() {
    try (StillCluster still = StillCluster.start()) {
      still.running(APP.formatted(0, "\"SIM_FLAP\":\"4\""));
      int changes = 0;
      boolean was = result(still).get("alive").asBoolean();
      for (int i = 0; i < 40; i++) {
        still.pass(1);
        boolean now = result(still).get("alive").asBoolean();
        changes += now == was ? 0 : 1;
        was = now;
      }
      assertThat(changes).isBetween(8, 12);
    }
  }

  @Test
  void showsFreshSuccessesOfSteadyTasks() {
    try (StillCluster still = StillCluster.start()) {
      still.running(APP.formatted(0, ""));
      String first = result(still).get("lastSuccess").asString();
      still.pass(60);
      assertThat(result(still).get("lastSuccess").asString()).isGreaterThan(first);
      assertThat(result(still).get("firstSuccess").asString())
          .isEqualTo("2026-03-01T10:00:02.200Z");
    }
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deployments lock, are forced aside, roll back, and end. */
class DeploymentTests {

  private static final String STUCK =
      "{\"id\":\"/stuck\",\"cmd\":\"sleep 1\",\"instances\":2,"
          + "\"labels\":{\"SIM_NEVER_RUNNING\":\"true\"}}";

  @Test
  void locksItsApplicationUntilItIsForced() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", STUCK).expect(201);
      String first = still.deployments().at("/0/id").asString();
      var refused = still.marathon.put("/v2/apps/stuck", "{\"instances\":3}").expect(409);
      assertThat(refused.at("/deployments/0/id").asString()).isEqualTo(first);
      assertThat(refused.header("Marathon-Deployment-Id")).isNull();
      still.marathon.post("/v2/apps/stuck/restart", "{\"force\":true}").expect(409);
      still.marathon.put("/v2/apps/stuck", "{\"instances\":2}").expect(200);
      still.marathon.put("/v2/apps/stuck?force=true", "{\"instances\":3}").expect(200);
      assertThat(still.deployments()).hasSize(1);
      assertThat(still.deployments().at("/0/steps/0/actions/0/action").asString())
          .isEqualTo("ScaleApplication");
      still.pass(1);
      assertThat(still.tasks("/stuck")).as("launched ones stay").hasSize(3);
    }
  }

  @Test
  void remembersVersionsOfRefusedUpdates() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", STUCK).expect(201);
      still.marathon.put("/v2/apps/stuck", "{\"cmd\":\"sleep 2\"}").expect(409);
      JsonNode versions = still.marathon.get("/v2/apps/stuck/versions").at("/versions");
      assertThat(versions).hasSize(2);
      assertThat(still.app("/stuck").get("cmd").asString()).isEqualTo("sleep 1");
    }
  }

  @Test
  void cancellingTakesACreatedApplicationAway() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", STUCK).expect(201);
      still.pass(1);
      String id = still.deployments().at("/0/id").asString();
      still.marathon.delete("/v2/deployments/" + id).expect(200);
      assertThat(still.deployments().at("/0/steps/0/actions/0/action").asString())
          .isEqualTo("StopApplication");
      still.marathon.get("/v2/apps/stuck").expect(404);
      still.pass(2);
      assertThat(still.deployments()).isEmpty();
      still.marathon.delete("/v2/deployments/" + id).expect(404);
    }
  }

  @Test
  void cancellingAnUpdateBringsBackTheOldDefinitionUnderAnOlderVersion() {
    try (StillCluster still = StillCluster.start()) {
      still.pass(60);
      still.running("{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"instances\":2}");
      String before = still.app("/a").get("version").asString();
      still
          .marathon
          .put("/v2/apps/a", "{\"cmd\":\"sleep 2\",\"labels\":{\"SIM_NEVER_RUNNING\":\"true\"}}")
          .expect(200);
      still.pass(3);
      assertThat(still.tasks("/a")).hasSize(4);
      String id = still.deployments().at("/0/id").asString();
      still.marathon.delete("/v2/deployments/" + id).expect(200);
      still.pass(10);
      assertThat(still.deployments()).isEmpty();
      assertThat(still.app("/a").get("cmd").asString()).isEqualTo("sleep 1");
      assertThat(still.app("/a").get("version").asString()).isLessThan(before);
      assertThat(still.tasks("/a")).hasSize(2);
    }
  }

  @Test
  void forcedCancelJustForgets() {
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"instances\":2}");
      still
          .marathon
          .put("/v2/apps/a", "{\"cmd\":\"sleep 2\",\"labels\":{\"SIM_NEVER_RUNNING\":\"true\"}}")
          .expect(200);
      still.pass(3);
      String id = still.deployments().at("/0/id").asString();
      var gone = still.marathon.delete("/v2/deployments/" + id + "?force=true").expect(202);
      assertThat(gone.raw().body()).isEmpty();
      assertThat(gone.header("Marathon-Deployment-Id")).isNull();
      still.pass(10);
      assertThat(still.deployments()).isEmpty();
      assertThat(still.app("/a").get("cmd").asString()).isEqualTo("sleep 2");
      assertThat(still.tasks("/a")).as("old and new live side by side").hasSize(4);
    }
  }

  @Test
  void killsOldestOrYoungestFirst() {
    assertThat(survivorOfScaleDown("YOUNGEST_FIRST")).isEqualTo("first");
    assertThat(survivorOfScaleDown("OLDEST_FIRST")).isEqualTo("second");
  }

  private static String survivorOfScaleDown(String selection) {
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"killSelection\":\"" + selection + "\"}");
      String first = still.taskId("/a");
      still.marathon.put("/v2/apps/a", "{\"instances\":2}").expect(200);
      still.pass(5);
      still.marathon.put("/v2/apps/a", "{\"instances\":1}").expect(200);
      assertThat(still.app("/a").get("tasksRunning").asInt()).as("until confirmed").isEqualTo(2);
      still.pass(1);
      assertThat(still.deployments()).isEmpty();
      return still.taskId("/a").equals(first) ? "first" : "second";
    }
  }

  @Test
  void waitsForDependenciesFirst() {
    try (StillCluster still = StillCluster.start()) {
      still
          .marathon
          .put(
              "/v2/groups/g",
              """
              {"apps":[{"id":"web","cmd":"sleep 1","dependencies":["db"]},{"id":"db","cmd":"sleep 1"}]}
              """)
          .expect(200);
      JsonNode steps = still.deployments().at("/0/steps");
      assertThat(steps).hasSize(3);
      assertThat(steps.at("/1/actions/0/app").asString()).isEqualTo("/g/db");
      assertThat(steps.at("/2/actions/0/app").asString()).isEqualTo("/g/web");
      still.pass(1);
      assertThat(still.app("/g/web").get("tasks")).isEmpty();
      still.pass(3);
      assertThat(still.app("/g/web").get("tasksRunning").asInt()).isEqualTo(1);
    }
  }

  @Test
  void waitsForReadinessAndShowsWhatTheChecksSay() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post(
          "/v2/apps",
          """
          {"id":"/rd","cmd":"sleep 1","instances":1,
           "portDefinitions":[{"port":0,"name":"http-api"}],
           "readinessChecks":[{"name":"rc","intervalSeconds":2,"preserveLastResponse":true}],
           "labels":{"SIM_READY_SECONDS":"3"}}
          """);
      still.pass(2);
      JsonNode result = still.deployments().at("/0/currentActions/0/readinessCheckResults/0");
      assertThat(result.get("ready").asBoolean()).isFalse();
      assertThat(result.at("/lastResponse/status").asInt()).isEqualTo(503);
      assertThat(
              still
                  .marathon
                  .get("/v2/apps/rd?embed=apps.readiness")
                  .at("/app/readinessCheckResults"))
          .hasSize(1);
      still.pass(4);
      assertThat(still.deployments()).isEmpty();
    }
  }

  @Test
  void stopNeverEndsWhenADeathIsNeverConfirmed() {
    try (StillCluster still = StillCluster.start()) {
      still.running(
          "{\"id\":\"/z\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_NEVER_KILLED\":\"true\"}}");
      still.marathon.delete("/v2/apps/z").expect(200);
      still.pass(300);
      assertThat(still.deployments()).hasSize(1);
      still.marathon.get("/v2/apps/z").expect(404);
      assertThat(still.marathon.get("/v2/tasks").at("/tasks")).isEmpty();
      still.marathon.post("/v2/apps", "{\"id\":\"/z\",\"cmd\":\"sleep 1\"}").expect(409);
    }
  }

  @Test
  void allowsNoMoreThanTheLimitAtOnce() {
    try (StillCluster still =
        StillCluster.start(
            StillCluster.SETTINGS.withKnobs(
                new Knobs(0, 1, 0, 0, 0, 0, false, 0, false, 0, 1, 604_800)))) {
      still.marathon.post("/v2/apps", STUCK).expect(201);
      still.marathon.post("/v2/apps?force=true", "{\"id\":\"/b\",\"cmd\":\"sleep 1\"}").expect(403);
      still.marathon.delete("/v2/apps/stuck").expect(403);
    }
  }
}

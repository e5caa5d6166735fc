package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Killing tasks, losing them, and what takes their place. */
class TaskTests {

  private static final String TWO = "{\"id\":\"/shop/web\",\"cmd\":\"sleep 1\",\"instances\":2}";

  @Test
  void replacesAKilledTaskWithTheNextIncarnation() {
    try (StillCluster still = StillCluster.start()) {
      still.running(TWO);
      String task = still.taskId("/shop/web");
      assertThat(task).matches("shop_web\\.instance-[0-9a-f-]{36}\\._app\\.1");
      var killed = still.marathon.delete("/v2/apps/shop/web/tasks/" + task).expect(200);
      assertThat(killed.at("/task/state").asString()).isEqualTo("TASK_RUNNING");
      assertThat(still.deployments()).isEmpty();
      still.pass(0.5);
      JsonNode dead = still.tasks("/shop/web").getFirst();
      assertThat(dead.get("state").asString()).isEqualTo("TASK_KILLED");
      assertThat(dead.get("id").asString()).isEqualTo(task);
      assertThat(dead.has("startedAt")).isFalse();
      still.pass(3);
      assertThat(still.taskId("/shop/web")).isEqualTo(task.replaceFirst("1$", "2"));
      assertThat(still.app("/shop/web").has("lastTaskFailure")).isFalse();
    }
  }

  @Test
  void olderMarathonGivesEveryTaskANewId() {
    try (StillCluster still = StillCluster.start(StillCluster.SETTINGS.following("1.6"))) {
      still.running(TWO);
      String task = still.taskId("/shop/web");
      assertThat(task).matches("shop_web\\.[0-9a-f-]{36}");
      still.marathon.delete("/v2/apps/shop/web/tasks/" + task).expect(200);
      still.pass(0.6);
      assertThat(still.tasks("/shop/web")).hasSize(1);
      still.pass(3);
      assertThat(still.tasks("/shop/web").stream().map(t -> t.get("id").asString()))
          .hasSize(2)
          .doesNotContain(task);
    }
  }

  @Test
  void scalesExactlyTheKilledOnesAway() {
    try (StillCluster still = StillCluster.start()) {
      still.running(TWO);
      String task = still.taskId("/shop/web");
      var answer = still.marathon.delete("/v2/apps/shop/web/tasks/" + task + "?scale=true");
      assertThat(answer.expect(200).at("/deploymentId").asString()).isNotEmpty();
      assertThat(still.app("/shop/web").get("instances").asInt()).isEqualTo(1);
      still.pass(1);
      assertThat(still.tasks("/shop/web")).hasSize(1);
      assertThat(still.taskId("/shop/web")).isNotEqualTo(task);
    }
  }

  @Test
  void killsTasksOfSeveralApplicationsAtOnce() {
    try (StillCluster still = StillCluster.start()) {
      still.running(TWO);
      still.running("{\"id\":\"/other\",\"cmd\":\"sleep 1\"}");
      String ids =
          "{\"ids\":[\"%s\",\"%s\",\"gone.instance-00000000-0000-0000-0000-000000000000._app.1\"]}"
              .formatted(still.taskId("/shop/web"), still.taskId("/other"));
      still.marathon.post("/v2/tasks/delete?scale=true&wipe=true", ids).expect(400);
      var killed = still.marathon.post("/v2/tasks/delete", ids).expect(200);
      assertThat(killed.at("/tasks")).hasSize(2);
      var scaled = still.marathon.post("/v2/tasks/delete?scale=true", ids).expect(200);
      assertThat(scaled.at("/version").asString()).isNotEmpty();
      assertThat(still.app("/other").get("instances").asInt()).isZero();
    }
  }

  @Test
  void wipeForgetsTheTaskAtOnce() {
    try (StillCluster still = StillCluster.start()) {
      still.running(TWO);
      String task = still.taskId("/shop/web");
      still.marathon.delete("/v2/apps/shop/web/tasks/" + task + "?wipe=true").expect(200);
      assertThat(still.tasks("/shop/web")).hasSize(1);
      still.pass(3);
      assertThat(still.tasks("/shop/web")).hasSize(2);
    }
  }

  @Test
  void replacesUnreachableTasksAtOnceUnlessToldToWait() {
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/now\",\"cmd\":\"sleep 1\"}");
      still.running(
          """
          {"id":"/later","cmd":"sleep 1",
           "unreachableStrategy":{"inactiveAfterSeconds":4,"expungeAfterSeconds":8}}
          """);
      still.running("{\"id\":\"/never\",\"cmd\":\"sleep 1\",\"unreachableStrategy\":\"disabled\"}");
      for (String app : new String[] {"/now", "/later", "/never"}) {
        still.cluster.reportTask(still.taskId(app), "TASK_UNREACHABLE", null);
      }
      still.pass(3);
      assertThat(still.app("/now").get("tasksRunning").asInt()).isEqualTo(1);
      assertThat(still.tasks("/later").getFirst().get("state").asString())
          .isEqualTo("TASK_UNREACHABLE");
      assertThat(still.app("/later").get("tasksRunning").asInt()).isZero();
      still.pass(7);
      assertThat(still.tasks("/later")).hasSize(1);
      assertThat(still.app("/later").get("tasksRunning").asInt()).isEqualTo(1);
      still.pass(3600);
      assertThat(still.tasks("/never").getFirst().get("state").asString())
          .isEqualTo("TASK_UNREACHABLE");
    }
  }

  @Test
  void crashLoopsAndFinishesByLabel() {
    try (StillCluster still = StillCluster.start()) {
      still.running(
          "{\"id\":\"/crash\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_CRASH_LOOP\":\"5\"}}");
      still.running("{\"id\":\"/fin\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_FINISH\":\"5\"}}");
      assertThat(still.deployments()).isEmpty();
      still.pass(60);
      assertThat(still.app("/crash").at("/lastTaskFailure/message").asString())
          .isEqualTo("Command exited with status 137");
      assertThat(still.taskId("/crash")).doesNotEndWith("._app.1");
      assertThat(still.taskId("/fin")).doesNotEndWith("._app.1");
      assertThat(still.app("/fin").has("lastTaskFailure")).isFalse();
    }
  }

  @Test
  void failsOnlyTheFirstLaunches() {
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/f\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_FAIL\":\"2\"}}");
      still.pass(10);
      assertThat(still.deployments()).isEmpty();
      assertThat(still.taskId("/f")).endsWith("._app.3");
    }
  }

  @Test
  void countsStartingTasksNowhere() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post(
          "/v2/apps",
          "{\"id\":\"/s\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_START_SECONDS\":\"5\"}}");
      still.pass(3);
      JsonNode app = still.app("/s");
      assertThat(app.at("/tasks/0/state").asString()).isEqualTo("TASK_STARTING");
      assertThat(app.get("tasksStaged").asInt() + app.get("tasksRunning").asInt()).isZero();
      still.pass(5);
      assertThat(still.app("/s").get("tasksRunning").asInt()).isEqualTo(1);
    }
  }

  @Test
  void refusesOddIdsAlsoInTheWayDcosRunsIt() {
    try (StillCluster still = StillCluster.start()) {
      for (String id : new String[] {"/", "//", "/..", "/a/.."}) {
        String app = "{\"id\":\"" + id + "\",\"cmd\":\"sleep 1\"}";
        assertThat(still.marathon.post("/v2/apps", app).expect(422).at("/details")).hasSize(2);
      }
      still
          .marathon
          .post(
              "/v2/apps",
              "{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"acceptedResourceRoles\":[\"slave_public\"]}")
          .expect(201);
    }
  }
}

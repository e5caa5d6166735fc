package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** The life of an application as any client sees it, on a simulated or a real Marathon. */
@TestInstance(Lifecycle.PER_CLASS)
class LifecycleContractTests {

  private MarathonUnderTest marathon;
  private MarathonCalls calls;
  private int number;
  private String id = "";
  private String app = "";

  @BeforeAll
  void open() throws IOException {
    marathon = MarathonUnderTest.open();
    calls = marathon.calls;
  }

  @AfterAll
  void close() {
    marathon.close();
  }

  /** Every test has an id of its own: refused creations leave versions behind under theirs. */
  @BeforeEach
  void name() {
    id = "/gennaker-contract/web-" + ++number;
    app = "/v2/apps" + id;
  }

  @AfterEach
  void clean() {
    calls.delete("/v2/groups/gennaker-contract?force=true");
    settle();
  }

  private void settle() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> calls.get("/v2/deployments").expect(200).at("").isEmpty());
  }

  private JsonNode app() {
    return calls.get(app).expect(200).at("/app");
  }

  private void create(int instances) {
    calls
        .post(
            "/v2/apps",
            "{\"id\":\"" + id + "\",\"cmd\":\"sleep 1000\",\"instances\":" + instances + "}")
        .expect(201);
  }

  @Test
  void deploysAndShowsRunningTasks() {
    create(2);
    JsonNode deployment = calls.get("/v2/deployments").at("/0");
    assertThat(deployment.at("/steps/0/actions/0").toString())
        .isEqualTo("{\"action\":\"StartApplication\",\"app\":\"" + id + "\"}");
    assertThat(deployment.at("/steps/1/actions/0/action").asString()).isEqualTo("ScaleApplication");
    assertThat(deployment.get("totalSteps").asInt()).isEqualTo(2);
    assertThat(app().at("/deployments/0/id")).isEqualTo(deployment.get("id"));
    settle();
    JsonNode app = app();
    assertThat(app.get("tasksRunning").asInt()).isEqualTo(2);
    assertThat(app.get("deployments")).isEmpty();
    assertThat(app.at("/portDefinitions/0/port").asInt()).isBetween(10_000, 20_000);
    assertThat(app.at("/versionInfo/lastScalingAt")).isEqualTo(app.get("version"));
    JsonNode task = app.at("/tasks/0");
    assertThat(task.get("state").asString()).isEqualTo("TASK_RUNNING");
    assertThat(task.get("version")).isEqualTo(app.get("version"));
    assertThat(task.get("servicePorts")).isEmpty();
    assertThat(task.at("/ipAddresses/0/protocol").asString()).isEqualTo("IPv4");
    assertThat(calls.get("/v2/queue").at("/queue")).isEmpty();
  }

  @Test
  void listsWithTheEmbedsAskedFor() {
    create(1);
    settle();
    assertThat(listed("").has("tasks")).isFalse();
    assertThat(listed("&embed=apps.tasks").get("tasks")).hasSize(1);
    assertThat(listed("&embed=apps.failures").get("tasks")).hasSize(1);
    assertThat(listed("&embed=apps.taskStats").at("/tasksStats/totalSummary/stats/counts/running"))
        .isEqualTo(MarathonCalls.json("1"));
    assertThat(listed("&embed=no.such.thing").has("tasks")).isFalse();
    assertThat(calls.get("/v2/apps/gennaker-contract/*").expect(200).at("/*")).hasSize(1);
    assertThat(calls.get("/v2/apps?cmd=SLEEP").at("/apps")).isNotEmpty();
    assertThat(calls.get("/v2/tasks?status=staging").at("/tasks")).isEmpty();
  }

  private JsonNode listed(String embed) {
    return calls.get("/v2/apps?id=gennaker-contract" + embed).expect(200).at("/apps/0");
  }

  @Test
  void scalesWithoutTouchingTheConfiguration() {
    create(1);
    settle();
    JsonNode before = app();
    calls.put(app, "{\"instances\":3}").expect(200);
    assertThat(calls.get("/v2/deployments").at("/0/steps/0/actions/0/action").asString())
        .isEqualTo("ScaleApplication");
    settle();
    JsonNode after = app();
    assertThat(after.get("tasksRunning").asInt()).isEqualTo(3);
    assertThat(after.at("/versionInfo/lastConfigChangeAt"))
        .isEqualTo(before.at("/versionInfo/lastConfigChangeAt"));
    assertThat(after.at("/versionInfo/lastScalingAt")).isEqualTo(after.get("version"));
    assertThat(after.at("/tasks/0/version")).as("tasks stay").isEqualTo(before.get("version"));
    assertThat(calls.get(app + "/versions").at("/versions")).hasSize(2);
  }

  @Test
  void restartsEverythingForALabel() {
    create(1);
    settle();
    String task = app().at("/tasks/0/id").asString();
    calls.call("PATCH", app, "{\"labels\":{\"a\":\"b\"}}").expect(200);
    assertThat(calls.get("/v2/deployments").at("/0/steps/0/actions/0/action").asString())
        .isEqualTo("RestartApplication");
    settle();
    assertThat(app().at("/tasks/0/id").asString()).isNotEqualTo(task);
    assertThat(calls.get("/v2/apps?label=a==b").at("/apps")).hasSize(1);
    assertThat(calls.get("/v2/apps?label=a in (b,c),!x").status()).isEqualTo(422);
  }

  @Test
  void anUpdateThatChangesNothingLeavesNoTrace() {
    create(1);
    settle();
    var answer = calls.put(app, "{\"cmd\":\"sleep 1000\",\"nope\":1}").expect(200);
    assertThat(answer.at("/deploymentId").asString()).isNotEmpty();
    assertThat(calls.get(app + "/versions").at("/versions")).hasSize(1);
  }

  @Test
  void goesBackToAnOldVersionUnderANewOne() {
    create(1);
    settle();
    String first = app().get("version").asString();
    calls.put(app, "{\"cmd\":\"sleep 2000\"}").expect(200);
    settle();
    calls.put(app, "{\"version\":\"" + first + "\",\"cmd\":\"x y\"}").expect(422);
    calls.put(app, "{\"version\":\"" + first + "\"}").expect(200);
    settle();
    assertThat(app().get("cmd").asString()).isEqualTo("sleep 1000");
    assertThat(app().get("version").asString()).isGreaterThan(first);
  }

  @Test
  void isGoneAtOnceWhenDeletedAndCanNotBeMadeAgainBeforeItHasStopped() {
    create(2);
    settle();
    calls.delete(app).expect(200);
    calls.get(app).expect(404);
    assertThat(calls.get("/v2/tasks").at("/tasks")).isEmpty();
    var again = calls.post("/v2/apps", "{\"id\":\"" + id + "\",\"cmd\":\"sleep 1\"}").expect(409);
    assertThat(again.at("/deployments")).hasSize(1);
    settle();
  }

  @Test
  void doesNotMakeTheSameApplicationTwice() {
    create(1);
    settle();
    var again = calls.post("/v2/apps?force=true", "{\"id\":\"" + id + "\",\"cmd\":\"sleep 1\"}");
    assertThat(again.expect(409).at("/message").asString())
        .isEqualTo("An app with id [" + id + "] already exists.");
    assertThat(again.json().has("deployments")).isFalse();
  }

  @Test
  void carriesTheHeadersOfALeader() {
    var reply = calls.get("/v2/apps");
    assertThat(reply.header("X-Marathon-Leader")).startsWith("http://");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(calls.get("/v2/leader").at("/leader").asString()).contains(":");
    assertThat(calls.call("GET", "/ping", null, "Accept", "*/*").raw().body()).isEqualTo("pong");
    assertThat(calls.call("GET", "/ping", null, "Accept", "image/png").status()).isEqualTo(204);
  }

  @Test
  void tellsEventsInTheRecordedOrder() throws Exception {
    try (EventReader events = EventReader.open(marathon.url, "")) {
      create(1);
      settle();
      calls.delete(app).expect(200);
      settle();
      List<String> expected =
          List.of(
              "deployment_info",
              "deployment_step_success",
              "instance_changed_event",
              "status_update_event",
              "deployment_success",
              "app_terminated_event");
      await().untilAsserted(() -> assertThat(events.types()).containsSubsequence(expected));
      assertThat(events.types()).contains("api_post_event", "group_change_success");
    }
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Starting, watching, judging and steering executions on the real engine. */
class ExecutionsApiTests extends ApiContract {

  private String name;

  @BeforeEach
  void anApplication() {
    post("/api/applications", "{\"name\":\"shop\"}");
    name = "p" + UUID.randomUUID();
  }

  @Test
  void runsInSpinnakersShape() {
    save("{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":0}");
    String id = configId();

    JsonNode run =
        awaitStatus(start(name, "{\"type\":\"manual\",\"parameters\":{\"a\":1}}"), "SUCCEEDED");

    assertThat(run.path("type").stringValue()).isEqualTo("PIPELINE");
    assertThat(run.path("application").stringValue()).isEqualTo("shop");
    assertThat(run.path("name").stringValue()).isEqualTo(name);
    assertThat(run.path("pipelineConfigId").stringValue()).isEqualTo(id);
    assertThat(run.path("buildTime").longValue()).isGreaterThan(1_600_000_000_000L);
    assertThat(run.path("endTime").longValue())
        .isGreaterThanOrEqualTo(run.path("startTime").longValue());
    assertThat(run.path("canceled").booleanValue()).isFalse();
    assertThat(run.path("authentication").path("user").stringValue()).isEqualTo("ann");
    assertThat(run.path("trigger").path("user").stringValue()).isEqualTo("ann");
    assertThat(run.path("trigger").path("parameters").path("a").intValue()).isEqualTo(1);
    JsonNode stage = run.path("stages").get(0);
    assertThat(stage.path("refId").stringValue()).isEqualTo("1");
    assertThat(stage.path("status").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(stage.path("context").path("waitTime").intValue()).isZero();
    assertThat(stage.path("outputs").isObject()).isTrue();
    assertThat(stage.path("requisiteStageRefIds").isArray()).isTrue();
    assertThat(stage.path("tasks").get(0).path("status").stringValue()).isEqualTo("SUCCEEDED");
  }

  @Test
  void waitsForAJudgmentThatIsGivenOnce() {
    save(
        "{\"type\":\"manualJudgment\",\"refId\":\"1\",\"judgmentInputs\":[{\"value\":\"yes\"}]},"
            + "{\"type\":\"checkPreconditions\",\"refId\":\"2\",\"requisiteStageRefIds\":[\"1\"],"
            + "\"preconditions\":[{\"type\":\"expression\",\"context\":"
            + "{\"expression\":\"judgmentInput == 'yes'\"}}]}");
    String run = start(name, null);
    String stage = awaitWaiting(run);

    Reply refused = send("bob", "PATCH", stage, "{\"judgmentStatus\":\"continue\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("needed").stringValue()).isEqualTo("JUDGE");
    assertThat(send("joe", "PATCH", stage, "{\"judgmentStatus\":\"maybe\"}").status())
        .isEqualTo(422);
    assertThat(send("joe", "PATCH", stage, "{\"judgmentStatus\":\"continue\"}").problem())
        .isEqualTo("not-possible");

    Reply judged =
        send("joe", "PATCH", stage, "{\"judgmentStatus\":\"Continue\",\"judgmentInput\":\"yes\"}");

    assertThat(judged.status()).as(judged.text()).isEqualTo(200);
    JsonNode ended = awaitStatus(run, "SUCCEEDED", "TERMINAL");
    assertThat(ended.path("status").stringValue()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("stages").get(0).path("context").path("judgmentStatus").stringValue())
        .isEqualTo("continue");
    assertThat(ended.path("stages").findValuesAsString("parentStageId")).isNotEmpty();
    assertThat(
            send("joe", "PATCH", stage, "{\"judgmentStatus\":\"stop\",\"judgmentInput\":\"yes\"}")
                .problem())
        .isEqualTo("judgment-already-given");
  }

  @Test
  void listsJudgmentsThatWaitForTheCaller() {
    save("{\"type\":\"manualJudgment\",\"refId\":\"1\",\"instructions\":\"Go?\"}");
    String stage = awaitWaiting(start(name, null));

    assertThat(send("joe", "GET", "/api/judgments", null).json().findValuesAsString("ref"))
        .contains(stage.substring(4));
    assertThat(send("bob", "GET", "/api/judgments", null).json()).isEmpty();
    assertThat(send("bob", "GET", "/api/judgments?mine=false", null).json()).isNotEmpty();
  }

  @Test
  void skipsAWaitCancelsAndRestarts() {
    save("{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":3600}");
    String run = start(name, null);
    String stage = awaitWaiting(run);

    assertThat(put(run + "/cancel?reason=enough", null).status()).isEqualTo(200);
    JsonNode canceled = awaitStatus(run, "CANCELED");
    assertThat(canceled.path("canceledBy").stringValue()).isEqualTo("ann");
    assertThat(canceled.path("cancellationReason").stringValue()).isEqualTo("enough");

    Reply late = send("ann", "PATCH", stage, "{\"skipRemainingWait\":true}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(put(stage + "/restart", null).status()).isEqualTo(200);
    awaitWaiting(run);
    assertThat(send("ann", "DELETE", run, null).problem()).isEqualTo("not-possible");
    assertThat(send("ann", "PATCH", stage, "{\"skipRemainingWait\":true}").status()).isEqualTo(200);
    awaitStatus(run, "SUCCEEDED");
    assertThat(get(run + "/events").json().findValuesAsString("event")).contains("restarted");
    assertThat(send("ann", "DELETE", run, null).status()).isEqualTo(200);
    assertThat(get(run).status()).isEqualTo(404);
  }

  @Test
  void plansWithoutStartingAndExportsWhatRan() {
    save("{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":7200}");

    Reply plan = post("/api/pipelines/shop/" + name + "/plan", "{}");
    Reply dry = post("/api/pipelines/shop/" + name, "{\"dryRun\":true}");

    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.json().path("expected").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(plan.json().path("steps").get(0).path("effects").get(0).path("kind").stringValue())
        .isEqualTo("WAIT");
    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.json().path("steps")).hasSize(1);
    assertThat(get("/api/executions?pipelineConfigIds=" + configId()).json()).isEmpty();
    assertThat(
            send("joe", "POST", "/api/pipelines/shop/" + name + "/plan", "{}")
                .json()
                .path("before"))
        .hasSize(1);
    String run =
        "/api" + post("/api/pipelines/shop/" + name, "{}").json().path("ref").stringValue();
    assertThat(get(run + "/export").json().path("events").get(0).path("event").stringValue())
        .isEqualTo("created");
  }

  @Test
  void cancelsAlsoAsTheGeneratedClientAsksForIt() {
    save("{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":3600}");
    String run = start(name, null);

    Reply canceled =
        put("/api/applications/%7Bapplication%7D" + run.substring(4) + "/cancel", null);

    assertThat(canceled.status()).isEqualTo(200);
    awaitStatus(run, "CANCELED");
  }

  @Test
  void listsExecutions() {
    save("{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":0}");
    String first = start(name, "{\"correlationId\":\"%s\"}".formatted(name));
    assertThat(start(name, "{\"correlationId\":\"%s\"}".formatted(name))).isEqualTo(first);
    awaitStatus(first, "SUCCEEDED");
    String second = start(name, null);
    awaitStatus(second, "SUCCEEDED");
    String config = configId();

    assertThat(ids("/api/executions?limit=5&pipelineConfigIds=" + config))
        .containsExactly(id(second), id(first));
    assertThat(ids("/api/executions?pipelineConfigIds=" + config)).containsExactly(id(second));
    assertThat(ids("/api/executions?executionIds=" + id(first) + ",ghost"))
        .containsExactly(id(first));
    assertThat(ids("/api/executions")).isEmpty();
    assertThat(ids("/api/applications/shop/pipelines?limit=1"))
        .contains(id(second))
        .doesNotContain(id(first));
    assertThat(ids("/api/applications/shop/pipelines?statuses=TERMINAL")).doesNotContain(id(first));
    JsonNode short_ = get("/api/executions?expand=false&pipelineConfigIds=" + config).json().get(0);
    assertThat(short_.path("stages").get(0).path("context")).isEmpty();
  }

  @Test
  void refusesToStartWhatCannotRun() {
    post(
        "/api/pipelines",
        ("{\"application\":\"shop\",\"name\":\"%s\",\"stages\":[{\"type\":\"odd\"}],"
                + "\"parameterConfig\":[{\"name\":\"tag\",\"required\":true}]}")
            .formatted(name));

    Reply refused = post("/api/pipelines/shop/" + name, "{}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems").findValuesAsString("path"))
        .contains("$.stages[0].type", "$.parameters.tag");
  }

  private void save(String stages) {
    Reply saved =
        post(
            "/api/pipelines",
            "{\"application\":\"shop\",\"name\":\"%s\",\"stages\":[%s]}".formatted(name, stages));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  private String configId() {
    return get("/api/applications/shop/pipelineConfigs/" + name).json().path("id").stringValue();
  }

  /** The address of the first stage once it waits. */
  private String awaitWaiting(String run) {
    org.awaitility.Awaitility.await()
        .until(() -> get(run).json().path("stages").get(0).path("waiting").isObject());
    return run + "/stages/" + get(run).json().path("stages").get(0).path("id").stringValue();
  }

  private List<String> ids(String path) {
    return get(path).json().valueStream().map(run -> run.path("id").stringValue()).toList();
  }

  private static String id(String run) {
    return run.substring(run.lastIndexOf('/') + 1);
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding executions by their triggers, and trying expressions on them. */
class ExecutionSearchApiTests extends ApiContract {

  private static final String SEARCH = "/api/applications/found/executions/search";

  private String name;
  private String first;
  private String second;

  @BeforeEach
  void twoRuns() {
    post(
        "/api/applications",
        "{\"name\":\"found\",\"permissions\":{\"READ\":[\"admin\"],\"EXECUTE\":[\"admin\"],"
            + "\"WRITE\":[\"admin\"]}}");
    name = "p" + UUID.randomUUID();
    Reply saved =
        post(
            "/api/pipelines",
            ("{\"application\":\"found\",\"name\":\"%s\",\"stages\":["
                    + "{\"type\":\"evaluateVariables\",\"refId\":\"1\",\"name\":\"Vars\","
                    + "\"variables\":[{\"key\":\"where\",\"value\":\"east\"}]},"
                    + "{\"type\":\"wait\",\"refId\":\"2\",\"waitTime\":0,"
                    + "\"requisiteStageRefIds\":[\"1\"],\"mine\":\"own\",\"seen\":\"in ${where}\"}]}")
                .formatted(name));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    first = run("{\"type\":\"manual\",\"parameters\":{\"tag\":\"Web-7\",\"n\":1}}");
    second = run("{\"type\":\"webhook\",\"eventId\":\"e-1\",\"parameters\":{\"tag\":\"api-8\"}}");
  }

  @Test
  void findsByEverythingATriggerHolds() {
    assertThat(ids("")).containsExactly(second, first);
    assertThat(ids("&reverse=true")).containsExactly(first, second);
    assertThat(ids("&size=1")).containsExactly(second);
    assertThat(ids("&size=1&startIndex=1")).containsExactly(first);
    assertThat(ids("&triggerTypes=manual,cron")).containsExactly(first);
    assertThat(ids("&eventId=e-1")).containsExactly(second);
    assertThat(ids("&statuses=TERMINAL")).isEmpty();
    assertThat(ids(trigger("{\"parameters\":{\"tag\":\"web-7\"}}"))).containsExactly(first);
    assertThat(ids(trigger("{\"parameters\":{\"tag\":\"(web|API)-[0-9]+\"}}"))).isEmpty();
    assertThat(ids(trigger("{\"parameters\":{\"tag\":\"(Web|api)-[0-9]+\"}}")))
        .containsExactly(second, first);
    assertThat(ids(trigger("{\"parameters\":{\"n\":1}}"))).containsExactly(first);
    assertThat(ids(trigger("{\"parameters\":{\"ghost\":null,\"n\":1}}"))).containsExactly(first);
    assertThat(ids(trigger("{\"parameters\":{\"tag\":{}}}"))).isEmpty();
  }

  @Test
  void findsByTime() {
    long at = get("/api/pipelines/" + second).json().path("buildTime").longValue();

    assertThat(ids("&triggerTimeStartBoundary=" + at)).contains(second);
    assertThat(ids("&triggerTimeStartBoundary=" + (at + 1))).isEmpty();
    assertThat(ids("&triggerTimeEndBoundary=" + at)).contains(second);
    assertThat(ids("&triggerTimeEndBoundary=0")).isEmpty();
  }

  @Test
  void searchesAllOneMayRead() {
    String all = "/api/applications/*/executions/search?size=500&pipelineName=" + name;

    assertThat(get(all).json()).hasSize(2);
    assertThat(send("bob", "GET", all, null).json()).isEmpty();
    assertThat(send("bob", "GET", SEARCH, null).problem()).isEqualTo("not-permitted");
  }

  @Test
  void showsStagesWholeOnlyWhenAsked() {
    String path = SEARCH + "?pipelineName=" + name;

    assertThat(get(path).json().get(0).path("stages").get(0).path("context")).isEmpty();
    assertThat(get(path + "&expand=true").json().get(0).path("stages").get(0).path("context"))
        .isNotEmpty();
  }

  @Test
  void saysWhatCannotBeSearchedFor() {
    assertThat(get(SEARCH + "?trigger=%%%".replace("%", "%25")).status()).isEqualTo(422);
    assertThat(get(SEARCH + "?" + trigger("[1]").substring(1)).status()).isEqualTo(422);
    assertThat(get(SEARCH + "?startIndex=-1").status()).isEqualTo(422);
    assertThat(get(SEARCH + "?size=0").status()).isEqualTo(422);
    String slow = run("{\"tag\":\"" + "a".repeat(40) + "!\"}");
    assertThat(slow).isNotEmpty();
    Reply refused =
        get(
            SEARCH
                + "?pipelineName="
                + name
                + trigger("{\"tag\":\".*a.*a.*a.*a.*a.*a.*a.*a.*b\"}"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains("takes too long");
  }

  @Test
  void triesExpressionsOnARun() {
    JsonNode run = get("/api/pipelines/" + first).json();
    String stage = run.path("stages").get(0).path("id").stringValue();

    assertThat(evaluate(first, "${parameters.n + 1}").path("result").intValue()).isEqualTo(2);
    assertThat(evaluate(first, "in ${where}, ${mine}").path("result").stringValue())
        .isEqualTo("in east, own");
    JsonNode failed = evaluate(first + "/" + stage, "${where}");
    assertThat(failed.path("result").stringValue()).isEqualTo("${where}");
    assertThat(failed.path("detail").path("where").get(0).path("description").stringValue())
        .contains("Nothing here is called where");
    Reply posted =
        send(
            "ann",
            "POST",
            "/api/pipelines/%s/evaluateExpression".formatted(first),
            "${#toBase64('a')}",
            "text/plain");
    assertThat(posted.json().path("result").stringValue()).as(posted.text()).isEqualTo("YQ==");
  }

  @Test
  void showsWhatWasWrittenBesideItsValue() {
    JsonNode stages = get("/api/pipelines/" + first).json().path("stages");

    assertThat(stages.get(1).path("context").path("seen").stringValue()).isEqualTo("in east");
    assertThat(stages.get(1).path("written").toString()).isEqualTo("{\"seen\":\"in ${where}\"}");
    assertThat(stages.get(0).has("written")).isFalse();
  }

  @Test
  void tellsWhatExpressionsCanUse() {
    JsonNode told = get("/api/capabilities/expressions").json();

    assertThat(told.path("functions").findValuesAsString("name"))
        .contains("stage", "toInt", "readYaml", "triggerResolvedArtifact");
    assertThat(told.path("functions").get(0).toString())
        .isEqualTo(
            "{\"name\":\"alphanumerical\",\"description\":\"without anything but letters and"
                + " digits\",\"parameters\":[{\"type\":\"Object\",\"name\":\"text\","
                + "\"description\":\"text\"}]}");
    assertThat(told.path("spelEvaluators").findValuesAsString("versionKey")).containsExactly("v4");
  }

  @Test
  void triesNothingForThoseWhoMayNotRead() {
    String path = "/api/pipelines/%s/evaluateExpression?expression=x";

    assertThat(send("bob", "GET", path.formatted(first), null).problem())
        .isEqualTo("not-permitted");
    assertThat(get(path.formatted("ghost")).problem()).isEqualTo("not-found");
    assertThat(get(path.formatted(first + "/ghost")).problem()).isEqualTo("not-found");
    assertThat(get(path.formatted(first).replace("=x", "=" + "x".repeat(5000))).status())
        .isEqualTo(200);
  }

  private JsonNode evaluate(String where, String expression) {
    Reply reply =
        get(
            "/api/pipelines/%s/evaluateExpression?expression=%s"
                .formatted(where, URLEncoder.encode(expression, StandardCharsets.UTF_8)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String run(String trigger) {
    Reply started = post("/api/pipelines/found/" + name, trigger);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String address = "/api" + started.json().path("ref").stringValue();
    awaitStatus(address, "SUCCEEDED");
    return address.substring("/api/pipelines/".length());
  }

  private List<String> ids(String more) {
    Reply reply = get(SEARCH + "?pipelineName=" + name + more);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().valueStream().map(run -> run.path("id").stringValue()).toList();
  }

  private static String trigger(String json) {
    return "&trigger="
        + URLEncoder.encode(
            Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Saving, reading and checking pipelines. */
class PipelinesApiTests extends ApiContract {

  private static final String CONFIGS = "/api/applications/shop/pipelineConfigs";

  @BeforeEach
  void anApplication() {
    assertThat(post("/api/applications", "{\"name\":\"shop\",\"email\":\"a@b\"}").status())
        .isEqualTo(200);
    for (JsonNode pipeline : get(CONFIGS).json()) {
      send("ann", "DELETE", "/api/pipelines/shop/" + pipeline.path("name").stringValue(), null);
    }
  }

  @Test
  void savesWithAnEmptyAnswerAndReadsBackEveryKey() {
    Reply saved =
        post(
            "/api/pipelines?message=first",
            pipeline("Deploy.it", ",\"mine\":{\"n\":1.10,\"x\":[null,{}]}"));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.text()).isEmpty();
    Reply read = get(CONFIGS + "/Deploy.it");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text()).contains("\"mine\":{\"n\":1.10,\"x\":[null,{}]}");
    assertThat(read.json().path("revision").intValue()).isEqualTo(1);
    assertThat(read.json().path("id").stringValue()).isNotBlank();
    assertThat(read.json().path("lastModifiedBy").stringValue()).isEqualTo("ann");
    assertThat(get(CONFIGS).json()).hasSize(1);
  }

  @Test
  void answers404WhereNothingIs() {
    assertThat(get(CONFIGS + "/ghost").status()).isEqualTo(404);
    assertThat(get("/api/pipelines/ghost").problem()).isEqualTo("not-found");
    assertThat(get("/api/pipelineConfigs/ghost/history").status()).isEqualTo(404);
    assertThat(post("/api/pipelines/shop/ghost", "{}").status()).isEqualTo(404);
    assertThat(send("ann", "DELETE", "/api/pipelines/shop/ghost", null).status()).isEqualTo(404);
    assertThat(get("/api/nothing/here").problem()).isEqualTo("not-found");
  }

  @Test
  void refusesAnEditOfAnOldRevision() {
    post("/api/pipelines", pipeline("Deploy", ""));
    JsonNode first = get(CONFIGS + "/Deploy").json();
    assertThat(post("/api/pipelines", first.toString()).status()).isEqualTo(200);

    Reply refused = post("/api/pipelines", first.toString());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("pipeline-changed-meanwhile");
    assertThat(refused.json().path("revision").intValue()).isEqualTo(2);
    assertThat(refused.json().path("detail").stringValue()).contains("ann");
    assertThat(post("/api/pipelines?staleCheck=false", first.toString()).status()).isEqualTo(200);
  }

  @Test
  void takesTheMomentOfARevisionForItsToken() {
    post("/api/pipelines", pipeline("Deploy", ""));
    ObjectNode first = (ObjectNode) get(CONFIGS + "/Deploy").json();
    first.remove("revision");
    assertThat(post("/api/pipelines", first.toString()).status()).isEqualTo(200);

    assertThat(post("/api/pipelines", first.toString()).status()).isEqualTo(409);
    assertThat(post("/api/pipelines", first.put("updateTs", "1234567").toString()).status())
        .isEqualTo(200);
  }

  @Test
  void listsEveryProblemWithItsPath() {
    Reply refused =
        post(
            "/api/pipelines",
            """
            {"application":"shop","name":"Bad","stages":[
              {"type":"wait","refId":"1","waitTime":-4,"requisiteStageRefIds":["2"]},
              {"type":"wait","refId":"2","waitTime":30,"requisiteStageRefIds":["1","9"]},
              {"type":"wait","refId":"2"},
              {"type":"fancy","refId":"4"}]}""");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.json().path("problems").findValuesAsString("path"))
        .contains(
            "$.stages[0].waitTime",
            "$.stages[0].requisiteStageRefIds",
            "$.stages[1].requisiteStageRefIds[1]",
            "$.stages[2].refId",
            "$.stages[2].waitTime",
            "$.stages[3].type");
    assertThat(refused.json().path("problems").get(0).propertyNames())
        .contains("severity", "path", "message", "fix");
    assertThat(get(CONFIGS).json()).isEmpty();
  }

  @Test
  void checksWithoutSaving() {
    Reply checked = post("/api/pipelines/check", pipeline("X", ",\"stages\":[{\"type\":\"odd\"}]"));

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().path("problems").findValuesAsString("severity"))
        .containsExactly("WARNING");
    assertThat(get(CONFIGS).json()).isEmpty();
  }

  @Test
  void keepsTheHistory() {
    post("/api/pipelines", pipeline("Deploy", ",\"v\":1"));
    String id = get(CONFIGS + "/Deploy").json().path("id").stringValue();
    put("/api/pipelines/" + id, pipeline("Deploy", ",\"v\":2"));

    assertThat(get("/api/pipelineConfigs/" + id + "/history").json().findValuesAsString("v"))
        .containsExactly("2", "1");
    assertThat(get("/api/pipelineConfigs/" + id + "/history?limit=1").json()).hasSize(1);
    assertThat(put("/api/pipelines/ghost", pipeline("Deploy", "")).status()).isEqualTo(404);
  }

  @Test
  void saysWhatWouldBeNeeded() {
    Reply refused = send("bob", "POST", "/api/pipelines", pipeline("Deploy", ""));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("needed").stringValue()).isEqualTo("WRITE");
    assertThat(refused.json().path("on").stringValue()).isEqualTo("shop");
    assertThat(refused.json().path("detail").stringValue())
        .isEqualTo(
            "bob needs WRITE on application shop; an administrator can grant it to one of the"
                + " roles [readers]");
  }

  private static String pipeline(String name, String more) {
    return "{\"application\":\"shop\",\"name\":\"%s\"%s}".formatted(name, more);
  }
}

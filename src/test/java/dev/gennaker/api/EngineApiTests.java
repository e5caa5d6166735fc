package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs of administrators see of the engine. */
class EngineApiTests extends ApiContract {

  @Test
  void tellsNodesAndWhatWaitsForWhat() {
    post("/api/applications", "{\"name\":\"harbour\"}");
    post(
        "/api/pipelines",
        """
        {"application":"harbour","name":"Sail","stages":[
          {"type":"manualJudgment","refId":"1","name":"Tide?"}]}""");
    String run =
        post("/api/pipelines/harbour/Sail", "{}").json().path("ref").stringValue().substring(11);
    org.awaitility.Awaitility.await()
        .until(() -> get("/api/engine?q=harbour").text().contains("Tide?: "));

    JsonNode engine = get("/api/engine?q=" + run).json();

    assertThat(engine.path("nodes").size()).isEqualTo(1);
    assertThat(engine.path("nodes").get(0).path("alive").booleanValue()).isTrue();
    assertThat(engine.path("active").longValue()).isPositive();
    assertThat(engine.path("queueLag").path("picked").longValue()).isPositive();
    assertThat(engine.path("standing").size()).isEqualTo(1);
    JsonNode standing = engine.path("standing").get(0);
    assertThat(standing.path("id").stringValue()).isEqualTo(run);
    assertThat(standing.path("waiting").stringValue()).startsWith("Tide?: ");
    String behind = "/api/engine?q=" + run + "&after=" + standing.path("cursor").stringValue();
    assertThat(get(behind).json().path("standing")).isEmpty();
    put("/api/pipelines/" + run + "/cancel", "");
  }

  @Test
  void refusesWhatIsNoCursor() {
    Reply refused = get("/api/engine?after=last");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("after is not a cursor");
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Saving many pipelines, renaming them, putting them in another order. */
class PipelineBatchesApiTests extends ApiContract {

  private static final String CONFIGS = "/api/applications/batch/pipelineConfigs";
  private static final String ORDER = "/api/actions/pipelines/reorder";

  @BeforeEach
  void anApplicationWithThree() {
    post("/api/applications", "{\"name\":\"batch\"}");
    for (JsonNode pipeline : get(CONFIGS).json()) {
      send("ann", "DELETE", "/api/pipelines/batch/" + pipeline.path("name").stringValue(), null);
    }
    List.of("a", "b", "c").forEach(name -> post("/api/pipelines", pipeline(name, "")));
  }

  @Test
  void savesWhatCanBeSavedAndTellsWhatCannot() {
    String stale = get(CONFIGS + "/a").json().toString();
    post("/api/pipelines", stale);

    Reply saved =
        post(
            "/api/pipelines/bulksave?application=bulk",
            "[%s,%s,%s,%s]"
                .formatted(
                    pipeline("new", ",\"mine\":{\"n\":1.10}"),
                    pipeline("bad", ",\"stages\":[{\"type\":\"wait\",\"refId\":\"1\"}]"),
                    stale,
                    "{\"application\":\"ghost\",\"name\":\"lost\"}"));

    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    JsonNode told = saved.json();
    assertThat(told.path("successful_pipelines_count").intValue()).isEqualTo(1);
    assertThat(told.path("successful_pipelines").toString()).isEqualTo("[\"new\"]");
    assertThat(told.path("failed_pipelines_count").intValue()).isEqualTo(3);
    JsonNode failed = told.path("failed_pipelines");
    assertThat(failed.findValuesAsString("name")).containsExactly("bad", "a", "lost");
    assertThat(failed.get(0).path("problems").findValuesAsString("path"))
        .containsExactly("$.stages[0].waitTime");
    assertThat(failed.get(1).path("errorMsg").stringValue()).contains("saved by ann as revision 2");
    assertThat(failed.get(1).has("problems")).isFalse();
    assertThat(get(CONFIGS + "/new").text()).contains("\"mine\":{\"n\":1.10}");
    assertThat(get(CONFIGS + "/bad").status()).isEqualTo(404);
  }

  @Test
  void savesTheStaleWhereItIsToldTo() {
    String stale = get(CONFIGS + "/a").json().toString();
    post("/api/pipelines", stale);

    Reply saved = post("/api/pipelines/bulksave?staleCheck=false", "[" + stale + "]");

    assertThat(saved.json().path("failed_pipelines")).isEmpty();
    assertThat(revision("a")).isEqualTo(3);
  }

  @Test
  void savesNothingForThoseWhoMayNot() {
    Reply refused =
        send("bob", "POST", "/api/pipelines/bulksave", "[" + pipeline("mine", "") + "]");

    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.json().path("successful_pipelines")).isEmpty();
    assertThat(refused.json().path("failed_pipelines").get(0).path("errorMsg").stringValue())
        .contains("bob needs WRITE on application batch");
    assertThat(get(CONFIGS + "/mine").status()).isEqualTo(404);
  }

  @Test
  void saysWhereAListIsNone() {
    assertThat(post("/api/pipelines/bulksave", "{}").problem()).isEqualTo("malformed-json");
    assertThat(post("/api/pipelines/bulksave", "[{\"a\":1,\"a\":2}]").status()).isEqualTo(400);
    Reply refused = post("/api/pipelines/bulksave", "[" + pipeline("x", "") + ",7]");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems").findValuesAsString("path")).containsExactly("$[1]");
    assertThat(get(CONFIGS + "/x").status()).isEqualTo(404);
  }

  @Test
  void renames() {
    String id = get(CONFIGS + "/a").json().path("id").stringValue();

    assertThat(post("/api/pipelines/move", move("a", "z")).status()).isEqualTo(200);

    JsonNode renamed = get(CONFIGS + "/z").json();
    assertThat(renamed.path("id").stringValue()).isEqualTo(id);
    assertThat(renamed.path("revision").intValue()).isEqualTo(2);
    assertThat(get(CONFIGS + "/a").status()).isEqualTo(404);
    assertThat(post("/api/pipelines/move", move("a", "y")).problem()).isEqualTo("not-found");
    Reply taken = post("/api/pipelines/move", move("z", "b"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().path("problems").findValuesAsString("path")).containsExactly("$.name");
    assertThat(send("bob", "POST", "/api/pipelines/move", move("z", "y")).problem())
        .isEqualTo("not-permitted");
    assertThat(post("/api/pipelines/move", move("z", " ")).json().path("problems"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.path("path").stringValue()).isEqualTo("$.to"));
  }

  @Test
  void reorders() {
    assertThat(post(ORDER, order("a", 2, "b", 0, "c", 1)).status()).isEqualTo(200);

    assertThat(names()).containsExactly("b", "c", "a");
    assertThat(get(CONFIGS + "/a").json().path("index").intValue()).isEqualTo(2);
    assertThat(revision("a")).isEqualTo(2);
    assertThat(post("/api/pipelines/reorder", order("a", 0, "b", 1, "c", 2)).status())
        .isEqualTo(200);
    assertThat(names()).containsExactly("a", "b", "c");
    post("/api/pipelines/reorder", order("a", 0, "b", 1, "c", 2));
    assertThat(revision("a")).as("nothing moved, nothing saved").isEqualTo(3);
  }

  @Test
  void reordersAllOrNone() {
    String one = "{\"application\":\"batch\",\"idsToIndices\":{\"%s\":7,\"%s\":%s}}";

    assertThat(post(ORDER, one.formatted(id("a"), "ghost", "0")).problem()).isEqualTo("not-found");
    Reply wrong = post(ORDER, one.formatted(id("a"), id("b"), "-1"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("problems").get(0).path("path").stringValue())
        .isEqualTo("$.idsToIndices['" + id("b") + "']");
    assertThat(post(ORDER, "{\"application\":\"batch\"}").status()).isEqualTo(422);
    assertThat(send("bob", "POST", ORDER, order("a", 2, "b", 0, "c", 1)).problem())
        .isEqualTo("not-permitted");
    post("/api/applications", "{\"name\":\"other\"}");
    assertThat(post(ORDER, order("a", 2, "b", 0, "c", 1).replace("batch", "other")).problem())
        .isEqualTo("not-found");

    assertThat(names()).containsExactly("a", "b", "c");
    assertThat(revision("a")).isEqualTo(1);
  }

  private List<String> names() {
    return get(CONFIGS).json().findValuesAsString("name");
  }

  private int revision(String name) {
    return get(CONFIGS + "/" + name).json().path("revision").intValue();
  }

  private String id(String name) {
    return get(CONFIGS + "/" + name).json().path("id").stringValue();
  }

  private String order(Object... namesAndPlaces) {
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < namesAndPlaces.length; i += 2) {
      places.append(i == 0 ? "" : ",");
      places.append("\"%s\":%s".formatted(id((String) namesAndPlaces[i]), namesAndPlaces[i + 1]));
    }
    return "{\"application\":\"batch\",\"idsToIndices\":{%s}}".formatted(places);
  }

  private static String move(String from, String to) {
    return "{\"application\":\"batch\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
  }

  private static String pipeline(String name, String more) {
    return "{\"application\":\"batch\",\"name\":\"%s\"%s}".formatted(name, more);
  }
}

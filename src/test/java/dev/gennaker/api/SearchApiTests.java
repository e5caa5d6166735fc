package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding things by a part of their name. */
class SearchApiTests extends ApiContract {

  @BeforeEach
  void somethingToFind() {
    post(
        "/api/applications",
        "{\"name\":\"zebra\",\"permissions\":{\"READ\":[\"admin\"],\"WRITE\":[\"admin\"]}}");
    post("/api/pipelines", "{\"application\":\"zebra\",\"name\":\"Ride the Zebra\"}");
    cloud.add("east", "zebra-web-v001", "web:1", 2);
  }

  @Test
  void findsEverythingWithItsType() {
    JsonNode page = get("/api/search?q=ZEBRA").json().get(0);

    assertThat(page.path("query").stringValue()).isEqualTo("ZEBRA");
    assertThat(page.path("totalMatches").intValue()).isEqualTo(page.path("results").size());
    assertThat(page.path("results").findValuesAsString("type"))
        .containsSubsequence(
            "applications", "pipelines", "clusters", "serverGroups", "instances", "instances");
    assertThat(page.path("results").findValuesAsString("application")).containsOnly("zebra");
  }

  @Test
  void findsOneType() {
    JsonNode group = get("/api/search?q=zebra-w&type=serverGroups").json().get(0).path("results");

    assertThat(group).hasSize(1);
    assertThat(group.get(0).path("serverGroup").stringValue()).isEqualTo("zebra-web-v001");
    assertThat(group.get(0).path("account").stringValue()).isEqualTo("test");
    assertThat(group.get(0).path("region").stringValue()).isEqualTo("east");
    assertThat(get("/api/search?q=zebra&type=projects").json().get(0).path("results")).isEmpty();
  }

  @Test
  void cutsPages() {
    JsonNode second =
        get("/api/search?q=zebra&type=clusters,instances&pageSize=2&page=2").json().get(0);

    assertThat(second.path("totalMatches").intValue()).isEqualTo(3);
    assertThat(second.path("results")).hasSize(1);
    assertThat(get("/api/search?q=zebra&page=0").status()).isEqualTo(422);
    assertThat(get("/api/search?q=zebra&pageSize=0").status()).isEqualTo(422);
  }

  @Test
  void leavesShortWordsAloneUnlessAsked() {
    assertThat(get("/api/search?q=ze").json().get(0).path("results")).isEmpty();
    assertThat(get("/api/search?q=ze&allowShortQuery=true").json().get(0).path("results"))
        .isNotEmpty();
    assertThat(get("/api/search").status()).isEqualTo(400);
  }

  @Test
  void findsOnlyWhatOneMayRead() {
    assertThat(send("bob", "GET", "/api/search?q=zebra", null).json().get(0).path("results"))
        .isEmpty();
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What runs where, as Chaos Monkey and scripts read it. */
class InventoryApiTests extends ApiContract {

  private static final String CLUSTER = "/api/applications/inv/clusters/test/inv-web";

  @BeforeEach
  void twoVersions() {
    post("/api/applications", "{\"name\":\"inv\"}");
    cloud.add("east", "inv-web-v001", "web:1", 3);
    cloud.add("east", "inv-web-v002", "web:2", 1);
  }

  @Test
  void showsClusters() {
    assertThat(get("/api/applications/inv/clusters").json().toString())
        .isEqualTo("{\"test\":[\"inv-web\"]}");
    assertThat(
            get("/api/applications/inv")
                .json()
                .path("clusters")
                .path("test")
                .get(0)
                .path("name")
                .stringValue())
        .isEqualTo("inv-web");
    assertThat(get("/api/applications/inv?expand=false").json().has("clusters")).isFalse();
    assertThat(get(CLUSTER).json().get(0).path("serverGroups").findValuesAsString("region"))
        .contains("east");
    assertThat(get(CLUSTER + "/memory/serverGroups/inv-web-v001").json()).hasSize(1);
    assertThat(get("/api/applications/inv/clusters/test/ghost").status()).isEqualTo(404);
  }

  @Test
  void showsServerGroupsWithTheirInstances() {
    JsonNode group = get("/api/applications/inv/serverGroups/test/east/inv-web-v001").json();
    assertThat(group.path("picture").path("live").booleanValue()).isTrue();

    assertThat(group.path("isDisabled").booleanValue()).isFalse();
    assertThat(group.path("capacity").path("desired").intValue()).isEqualTo(3);
    assertThat(group.path("instanceCounts").path("up").intValue()).isEqualTo(3);
    assertThat(group.path("instances").get(0).path("healthState").stringValue()).isEqualTo("Up");
    assertThat(group.path("moniker").path("sequence").intValue()).isEqualTo(1);
    assertThat(get("/api/applications/inv/serverGroups").json()).hasSize(2);
    assertThat(get("/api/serverGroups?ids=test:east:inv-web-v002").json()).hasSize(1);
    assertThat(
            get("/api/instances/test/east/inv-web-v001.1").json().path("serverGroup").stringValue())
        .isEqualTo("inv-web-v001");
  }

  @Test
  void showsTheFilesOfAnInstance() {
    String files = "/api/instances/test/east/inv-web-v001.1/files";

    assertThat(get(files).json().findValuesAsString("path"))
        .containsExactly("conf", "stderr", "stdout");
    assertThat(get(files + "?path=conf").json().get(0).path("name").stringValue())
        .isEqualTo("setting");
    JsonNode part = get(files + "/content?path=stdout&offset=4&length=3").json();
    assertThat(part.path("text").stringValue()).isEqualTo("two");
    assertThat(part.path("size").intValue()).isEqualTo(12);
    assertThat(get(files + "/content?path=stdout").json().path("text").stringValue())
        .isEqualTo("one\ntwo <b>\n");
    assertThat(get(files + "/download?path=stdout").text()).isEqualTo("one\ntwo <b>\n");
    for (String nothing :
        List.of(
            "/content?path=no", "/download?path=../stdout", "?path=%2Fetc", "/content?path=a//b")) {
      Reply refused = get(files + nothing);
      assertThat(refused.status()).as(nothing).isEqualTo(404);
      assertThat(refused.problem()).isEqualTo("not-found");
    }
    assertThat(get("/api/instances/test/east/ghost/files").status()).isEqualTo(404);
    assertThat(get("/api/instances/test/north/ghost/files").status()).isEqualTo(404);
  }

  @Test
  void picksTargets() {
    String target = CLUSTER + "/memory/east/serverGroups/target/";

    assertThat(get(target + "CURRENT?onlyEnabled=true").json().path("name").stringValue())
        .isEqualTo("inv-web-v002");
    assertThat(get(target + "previous").json().path("name").stringValue())
        .isEqualTo("inv-web-v001");
    assertThat(get(target + "largest").json().path("name").stringValue()).isEqualTo("inv-web-v001");
    assertThat(get(target + "fail").status()).isEqualTo(404);
    assertThat(get(target + "odd").status()).isEqualTo(422);
  }

  @Test
  void tellsAccountsAndWhoAsks() {
    assertThat(get("/api/credentials?expand=true").json().findValuesAsString("name"))
        .contains("test");
    assertThat(get("/api/credentials/test").json().path("cloudProvider").stringValue())
        .isEqualTo("memory");
    assertThat(get("/api/credentials/ghost").status()).isEqualTo(404);
    JsonNode bob = send("bob", "GET", "/api/auth/user", null).json();
    assertThat(bob.path("username").stringValue()).isEqualTo("bob");
    assertThat(bob.path("roles").toString()).isEqualTo("[\"readers\"]");
    assertThat(get("/api/version").json().path("version").stringValue()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipelineConfigs",
        "pipelines",
        "tasks",
        "executions/search",
        "clusters",
        "clusters/test",
        "serverGroups"
      })
  void doesNotListWhatAnUnknownApplicationHas(String list) {
    Reply unknown = get("/api/applications/phantom/" + list);

    assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
    assertThat(unknown.problem()).isEqualTo("not-found");
    assertThat(unknown.json().path("detail").stringValue())
        .startsWith("There is no application phantom")
        .contains("POST /api/applications");
  }

  @ParameterizedTest
  @CsvSource({"stowaway", "Stowaway", "bare"})
  void listsOfWhatOnlyRunsAndOfWhatIsOnlySaved(String application) {
    cloud.add("east", "stowaway-web-v001", "web:1", 1);
    post("/api/applications", "{\"name\":\"bare\"}");

    for (String list : List.of("pipelineConfigs", "pipelines", "tasks", "serverGroups")) {
      assertThat(get("/api/applications/%s/%s".formatted(application, list)).status())
          .as(list)
          .isEqualTo(200);
    }
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Groups: created, replaced, scaled, restored, planned and deleted as a whole. */
class GroupTests {

  private static final String SHOP =
      """
      {"id":"/shop","apps":[{"id":"web","cmd":"sleep 1","instances":2},
                            {"id":"db","cmd":"sleep 1","instances":1}],
       "groups":[{"id":"jobs","apps":[{"id":"mail","cmd":"sleep 1","instances":3}]}]}
      """;

  private static StillCluster shop() {
    StillCluster still = StillCluster.start();
    var created = still.marathon.post("/v2/groups", SHOP).expect(201);
    assertThat(created.header("Location")).endsWith("/shop");
    still.pass(5);
    assertThat(still.deployments()).isEmpty();
    return still;
  }

  private static int instances(StillCluster still, String id) {
    return still.app(id).get("instances").asInt();
  }

  @Test
  void showsATreeOfWhatItMade() {
    try (StillCluster still = shop()) {
      JsonNode root = still.marathon.get("/v2/groups").expect(200).at("");
      assertThat(root.at("/groups/0/id").asString()).isEqualTo("/shop");
      assertThat(root.at("/groups/0/apps")).hasSize(2);
      assertThat(root.at("/groups/0/apps/0").has("tasksRunning")).isFalse();
      assertThat(root.at("/groups/0/groups/0/apps/0/id").asString()).isEqualTo("/shop/jobs/mail");
      JsonNode skeleton = still.marathon.get("/v2/groups?embed=group.groups").at("/groups/0");
      assertThat(skeleton.get("apps")).isEmpty();
      assertThat(skeleton.get("groups")).hasSize(1);
      JsonNode counted =
          still
              .marathon
              .get("/v2/groups/shop?embed=group.apps&embed=group.apps.counts")
              .at("/apps/1");
      assertThat(counted.get("tasksRunning").asInt()).isEqualTo(2);
    }
  }

  @Test
  void removesMembersLeftOutOfAListThatIsGiven() {
    try (StillCluster still = shop()) {
      String put = "{\"apps\":[{\"id\":\"web\",\"cmd\":\"sleep 1\",\"instances\":2}]}";
      JsonNode steps =
          still.marathon.put("/v2/groups/shop?dryRun=true", put).expect(200).at("/steps");
      assertThat(steps.toString())
          .isEqualTo("[{\"actions\":[{\"action\":\"StopApplication\",\"app\":\"/shop/db\"}]}]");
      still.marathon.get("/v2/apps/shop/db").expect(200);
      still.marathon.put("/v2/groups/shop", put).expect(200);
      still.marathon.get("/v2/apps/shop/db").expect(404);
      still.marathon.get("/v2/apps/shop/jobs/mail").expect(200);
    }
  }

  @Test
  void scalesEverythingBelowRoundingUp() {
    try (StillCluster still = shop()) {
      still.marathon.put("/v2/groups/shop", "{\"scaleBy\":1.5}").expect(200);
      assertThat(instances(still, "/shop/web")).isEqualTo(3);
      assertThat(instances(still, "/shop/db")).isEqualTo(2);
      assertThat(instances(still, "/shop/jobs/mail")).isEqualTo(5);
      still.marathon.put("/v2/groups/shop", "{\"scaleBy\":2,\"apps\":[]}").expect(422);
    }
  }

  @Test
  void restoresAnOldVersion() {
    try (StillCluster still = shop()) {
      String version = still.marathon.get("/v2/groups").at("/version").asString();
      still.marathon.put("/v2/apps/shop/web", "{\"cmd\":\"sleep 2\"}").expect(200);
      still.pass(5);
      still.marathon.put("/v2/groups/shop", "{\"version\":\"" + version + "\"}").expect(200);
      assertThat(still.app("/shop/web").get("cmd").asString()).isEqualTo("sleep 1");
      assertThat(still.deployments().at("/0/affectedApps").toString()).isEqualTo("[\"/shop/web\"]");
      still
          .marathon
          .put("/v2/groups/shop", "{\"version\":\"2014-01-01T00:00:00.000Z\"}")
          .expect(422);
      assertThat(still.marathon.get("/v2/groups/versions").at("").toString())
          .contains("1970-01-01T00:00:00.000Z");
    }
  }

  @Test
  void refusesWhatIsThereOrDoesNotBelong() {
    try (StillCluster still = shop()) {
      assertThat(still.marathon.post("/v2/groups", "{\"id\":\"/shop\"}").expect(409).at("/message"))
          .hasToString("\"Group /shop is already created. Use PUT to change this group.\"");
      still.marathon.post("/v2/groups", "{\"id\":\"/shop/web\"}").expect(409);
      still
          .marathon
          .put("/v2/groups/shop", "{\"apps\":[{\"id\":\"/else/where\",\"cmd\":\"sleep 1\"}]}")
          .expect(422);
      var clash = still.marathon.post("/v2/apps", "{\"id\":\"/shop\",\"cmd\":\"sleep 1\"}");
      assertThat(clash.expect(422).at("/details/0/errors/0").asString())
          .isEqualTo("Groups and Applications may not have the same identifier.");
    }
  }

  @Test
  void deletesEverythingBelow() {
    try (StillCluster still = shop()) {
      still.marathon.delete("/v2/groups/shop").expect(200);
      still.marathon.get("/v2/apps/shop/web").expect(404);
      assertThat(still.deployments().at("/0/steps/0/actions")).hasSize(3);
      still.marathon.delete("/v2/groups/shop").expect(404);
      still.pass(2);
      assertThat(still.deployments()).isEmpty();
    }
  }

  @Test
  void setsTheRoleOfTopLevelGroupsInTheNewerMarathonOnly() {
    try (StillCluster still = shop()) {
      still.marathon.call("PATCH", "/v2/groups/shop", "{\"enforceRole\":true}").expect(200);
      assertThat(still.marathon.get("/v2/groups/shop").at("/enforceRole").asBoolean()).isTrue();
      still.marathon.call("PATCH", "/v2/groups/shop/jobs", "{\"enforceRole\":true}").expect(422);
    }
    try (StillCluster old = StillCluster.start(StillCluster.SETTINGS.following("1.6"))) {
      old.marathon.call("PATCH", "/v2/groups/shop", "{\"enforceRole\":true}").expect(405);
    }
  }
}

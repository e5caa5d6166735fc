package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeployTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @Test
  void deploysEverywhereAndSaysWhat() {
    Outcome outcome =
        stages.run(
            "deploy",
            Map.of(
                "clusters",
                List.of(
                    entry("availabilityZones", Map.of("east", List.of("default")), "region", ""),
                    entry("region", "west", "stack", "prod"))));

    assertThat(cloud.names("east")).containsExactly("shop-web-v000 3");
    assertThat(cloud.names("west")).containsExactly("shop-prod-v000 3");
    assertThat(((Outcome.Done) outcome).outputs())
        .containsEntry("deploy.account.name", "test")
        .containsEntry(
            "deploy.server.groups",
            Map.of("east", List.of("shop-web-v000"), "west", List.of("shop-prod-v000")));
  }

  @Test
  void createsOnceHoweverOftenALookIsRepeated() {
    cloud.slow(3);
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);

    stages.crashing().run("deploy", one("strategy", "redblack"));

    assertThat(cloud.log().stream().filter(Operation.Deploy.class::isInstance)).hasSize(1);
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 disabled 0", "shop-web-v001 3");
    assertThat(cloud.get("east", "shop-web-v000").rememberedSize()).isEqualTo(2);
  }

  @Test
  void leavesTheOldAloneWhereTheNewNeverServes() {
    cloud.failing(Operation.Deploy.class, "2 of 3 instances fail their check");
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);

    Outcome outcome = stages.run("deploy", one("strategy", "redblack"));

    assertThat(((Outcome.Failed) outcome).reason()).isEqualTo("2 of 3 instances fail their check");
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 2", "shop-web-v001 3");
  }

  @Test
  void takesTheNewBackOutWhenTold() {
    cloud.failing(Operation.Deploy.class, "2 of 3 instances fail their check.");
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    Map<String, Object> settings =
        one("strategy", "redblack", "rollback", Map.of("onFailure", true));

    Outcome outcome = stages.crashing().run("deploy", settings);

    assertThat(((Outcome.Failed) outcome).reason())
        .isEqualTo("2 of 3 instances fail their check. The new server group was disabled.");
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 2", "shop-web-v001 disabled 0");
  }

  @Test
  void destroysTheNewWhenTold() {
    cloud.failing(Operation.Deploy.class, "No offers.");
    Map<String, Object> settings =
        one("rollback", Map.of("onFailure", true, "destroyLatest", true));

    Outcome outcome = stages.run("deploy", settings);

    assertThat(((Outcome.Failed) outcome).reason())
        .isEqualTo("No offers. The new server group was destroyed.");
    assertThat(cloud.names("east")).isEmpty();
  }

  @Test
  void takesTheNewBackOutWhenItIsCancelledOrTimesOut() {
    cloud.slow(1000);
    StubContext context = new StubContext();
    Map<String, Object> settings = child(Map.of("onFailure", true));
    context.memory.putAll(
        ((Outcome.LookAgain) stages.look("createServerGroup", settings, context)).memory());
    stages.look("createServerGroup", settings, context);

    stages.cancel("createServerGroup", settings, context);
    stages.cancel("createServerGroup", settings, context);

    assertThat(cloud.names("east")).containsExactly("shop-web-v000 disabled 0");
    assertThat(cloud.log()).hasSize(2);
  }

  @Test
  void changesOneInPlaceAndBringsItsFormerVersionBackWhenTold() {
    cloud.add("east", "shop-web", "shop/web:1", 2);
    cloud.failing(Operation.Deploy.class, "2 of 3 instances fail their check.");

    Outcome outcome =
        stages
            .crashing()
            .run("deploy", one("strategy", "inPlace", "rollback", Map.of("onFailure", true)));

    assertThat(((Outcome.Failed) outcome).reason())
        .isEqualTo("2 of 3 instances fail their check. The former version was brought back.");
    assertThat(cloud.names("east")).containsExactly("shop-web 3");
    assertThat(cloud.log()).last().isInstanceOf(Operation.Revert.class);
    assertThat(cloud.log()).filteredOn(Operation.Deploy.class::isInstance).hasSize(1);
  }

  @Test
  void leavesACancelledOneAsItIsOtherwise() {
    cloud.slow(1000);
    StubContext context = new StubContext();
    Map<String, Object> settings = child(Map.of());
    context.memory.putAll(
        ((Outcome.LookAgain) stages.look("createServerGroup", settings, context)).memory());
    stages.look("createServerGroup", settings, context);

    stages.cancel("createServerGroup", settings, context);

    assertThat(cloud.names("east")).containsExactly("shop-web-v000 3");
  }

  @Test
  void takesTheSizeOfTheNewestThatServes() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 7);
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    cloud.disable("east", "shop-web-v001");

    stages.run("deploy", one("useSourceCapacity", true));

    assertThat(cloud.get("east", "shop-web-v002").desired()).isEqualTo(7);
  }

  @Test
  void fallsBackOnItsOwnSizeOnlyWhenTold() {
    assertThat(stages.run("deploy", one("useSourceCapacity", true)))
        .isInstanceOf(Outcome.Failed.class);

    stages.run("deploy", one("preferSourceCapacity", true));

    assertThat(cloud.names("east")).containsExactly("shop-web-v000 3");
  }

  @Test
  void checksEveryEntryWithTheProvidersRules() {
    Map<String, Object> settings =
        Map.of(
            "clusters",
            List.of(
                entry("mem", 0, "imageId", ""),
                entry("strategy", "monitored"),
                entry("account", "nobody"),
                entry("capacity", Map.of("desired", "-3"))));

    assertThat(stages.check("deploy", settings))
        .extracting(problem -> problem.severity() + " " + problem.path())
        .containsExactly(
            "ERROR $.clusters[0].mem",
            "WARNING $.clusters[1].strategy",
            "WARNING $.clusters[2].account",
            "ERROR $.clusters[3].capacity.desired");
    assertThat(stages.check("deploy", Map.of()))
        .extracting(problem -> problem.path())
        .containsExactly("$.clusters");
  }

  private static Map<String, Object> child(Map<String, Object> rollback) {
    return Map.of("cluster", entry("rollback", rollback));
  }

  static Map<String, Object> one(Object... more) {
    return Map.of("clusters", List.of(entry(more)));
  }

  static Map<String, Object> entry(Object... more) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("account", "test");
    entry.put("region", "east");
    entry.put("application", "shop");
    entry.put("stack", "web");
    entry.put("capacity", Map.of("desired", 3));
    entry.put("imageId", "shop/web:1.8.3");
    for (int i = 0; i < more.length; i += 2) {
      entry.put((String) more[i], more[i + 1]);
    }
    return entry;
  }
}

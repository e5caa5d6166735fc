package dev.gennaker.stage.clone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloneTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud).crashing();

  @BeforeEach
  void runs() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 5);
    cloud.disable("east", "shop-web-v000");
    cloud.add("east", "shop-web-v001", "shop/web:2", 3);
  }

  @Test
  void copiesTheChosenOneAndKeepsWhatNobodyChanged() {
    Outcome outcome = stages.run("cloneServerGroup", settings());

    assertThat(cloud.names("east"))
        .containsExactly("shop-web-v000 disabled 0", "shop-web-v001 3", "shop-web-v002 3");
    assertThat(cloud.get("east", "shop-web-v002").image()).isEqualTo("shop/web:2");
    assertThat(((Operation.Deploy) cloud.log().getFirst()).definition())
        .containsEntry("kept", "as it is");
    assertThat(((Outcome.Done) outcome).outputs())
        .containsEntry("deploy.server.groups", Map.of("east", List.of("shop-web-v002")));
  }

  @Test
  void takesTheSizeOneHadBeforeItWasDisabled() {
    Map<String, Object> settings = settings("target", "ancestor_asg_dynamic");
    settings.put("targetCluster", settings.remove("cluster"));

    stages.run("cloneServerGroup", settings);

    assertThat(cloud.get("east", "shop-web-v002").desired()).isEqualTo(5);
    assertThat(cloud.get("east", "shop-web-v002").image()).isEqualTo("shop/web:1");
  }

  @Test
  void deploysItWithAnotherImageSizeNameAndStrategy() {
    stages.run(
        "cloneServerGroup",
        settings(
            "imageId", "shop/web:9",
            "capacity", Map.of("desired", 2),
            "strategy", "redblack"));
    stages.run("cloneServerGroup", settings("stack", "blue"));

    assertThat(cloud.names("east"))
        .containsExactly(
            "shop-web-v000 disabled 0",
            "shop-web-v001 disabled 0",
            "shop-web-v002 2",
            "shop-blue-v000 2");
    assertThat(cloud.get("east", "shop-web-v002").image()).isEqualTo("shop/web:9");
  }

  @Test
  void copiesACertainOneToOtherRegions() {
    stages.run(
        "cloneServerGroup",
        Map.of(
            "credentials", "test",
            "regions", List.of("west"),
            "source",
                Map.of("account", "test", "region", "east", "serverGroupName", "shop-web-v001")));

    assertThat(cloud.names("west")).containsExactly("shop-web-v000 3");
  }

  @Test
  void refusesWhatItMayNotReadAndWhatIsNotThere() {
    cloud.add("east", "bank-api-v000", "bank/api:1", 1);
    StubContext stranger = new StubContext();
    stranger.application = "other";

    assertThat(reason(stages.run("cloneServerGroup", settings("target", "OLDEST"), stranger)))
        .contains("needs READ on application shop");
    assertThat(reason(stages.run("cloneServerGroup", settings("cluster", "shop-db"))))
        .startsWith("There is no newest server group of shop-db in east");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(stages.check("cloneServerGroup", Map.of()))
        .extracting(problem -> problem.path())
        .containsExactly("$.credentials", "$.regions", "$.cluster", "$.target");
    assertThat(stages.check("cloneServerGroup", Map.of("source", Map.of("region", "east"))))
        .extracting(problem -> problem.path())
        .containsExactly("$.source.serverGroupName");
    assertThat(stages.check("cloneServerGroup", settings())).isEmpty();
    assertThat(
            stages.headline("cloneServerGroup", settings("imageId", "a:1", "strategy", "redblack")))
        .isEqualTo("newest of shop-web in east, image a:1, red/black");
  }

  private static String reason(Outcome outcome) {
    return ((Outcome.Failed) outcome).reason();
  }

  private static Map<String, Object> settings(Object... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("credentials", "test");
    settings.put("regions", List.of("east"));
    settings.put("cluster", "shop-web");
    settings.put("target", "current_asg_dynamic");
    for (int i = 0; i < more.length; i += 2) {
      settings.put((String) more[i], more[i + 1]);
    }
    return settings;
  }
}

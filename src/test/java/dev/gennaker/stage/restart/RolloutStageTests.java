package dev.gennaker.stage.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stages that restart a server group, cancel its deployment, and start what is held back. */
class RolloutStageTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  private static ServerGroupId id(String region) {
    return new ServerGroupId("test", region, "shop-web-v001");
  }

  @Test
  void restartsOnceInEachRegion() {
    cloud.slow(2);
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    cloud.add("west", "shop-web-v001", "shop/web:1", 2);

    Outcome outcome =
        stages.crashing().run("restartServerGroup", settings(Map.of("forceDeployment", true)));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log())
        .containsExactly(
            new Operation.Restart(id("east"), true), new Operation.Restart(id("west"), true));
  }

  @Test
  void rollsBackWhatItCancelsUnlessToldNotTo() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);

    stages.run("cancelRollout", settings(Map.of("regions", "east")));
    stages.run(
        "cancelRollout",
        settings(Map.of("regions", "east", "rollBack", false, "deploymentId", "d7")),
        context("01OTHER"));

    assertThat(cloud.log())
        .containsExactly(
            new Operation.CancelChange(id("east"), "", true),
            new Operation.CancelChange(id("east"), "d7", false));
  }

  @Test
  void startsWhatIsHeldBack() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);

    stages.run("resetLaunchDelay", settings(Map.of("regions", "east")));

    assertThat(cloud.log()).containsExactly(new Operation.ResetDelay(id("east")));
  }

  private static dev.gennaker.stage.StubContext context(String stage) {
    dev.gennaker.stage.StubContext context = new dev.gennaker.stage.StubContext();
    context.stageId = stage;
    return context;
  }

  private static Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "credentials", "test",
                "regions", List.of("east", "west"),
                "serverGroupName", "shop-web-v001"));
    settings.putAll(more);
    return settings;
  }
}

package dev.gennaker.stage.disablecluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three stages that act on all but some server groups of a cluster. */
class ClusterTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @BeforeEach
  void fourVersions() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    cloud.add("east", "shop-web-v001", "shop/web:2", 9);
    cloud.add("east", "shop-web-v002", "shop/web:3", 3);
    cloud.add("east", "shop-web-v003", "shop/web:4", 3);
    cloud.disable("east", "shop-web-v000");
  }

  @Test
  void disablesAllButTheNewest() {
    stages.crashing().run("disableCluster", settings(Map.of()));

    assertThat(cloud.names("east"))
        .containsExactly(
            "shop-web-v000 disabled 0",
            "shop-web-v001 disabled 0",
            "shop-web-v002 disabled 0",
            "shop-web-v003 3");
    assertThat(cloud.get("east", "shop-web-v001").rememberedSize()).isEqualTo(9);
    assertThat(cloud.log()).hasSize(2);
  }

  @Test
  void keepsTheLargerWhenTold() {
    stages.run(
        "disableCluster",
        settings(Map.of("remainingEnabledServerGroups", 2, "preferLargerOverNewer", true)));

    assertThat(cloud.names("east")).contains("shop-web-v001 9", "shop-web-v003 3");
    assertThat(cloud.get("east", "shop-web-v002").disabled()).isTrue();
  }

  @Test
  void shrinksOnlyByWhatIsDisabled() {
    stages.run("shrinkCluster", settings(Map.of("shrinkToSize", 1)));

    assertThat(cloud.names("east"))
        .containsExactly("shop-web-v001 9", "shop-web-v002 3", "shop-web-v003 3");
  }

  @Test
  void shrinksByAnythingWhenTold() {
    stages.run("shrinkCluster", settings(Map.of("shrinkToSize", 1, "allowDeleteActive", true)));

    assertThat(cloud.names("east")).containsExactly("shop-web-v003 3");
  }

  @Test
  void scalesDownOnlyWhatIsDisabled() {
    assertThat(stages.run("scaleDownCluster", settings(Map.of())))
        .isInstanceOf(Outcome.Skipped.class);

    stages.run("scaleDownCluster", settings(Map.of("allowScaleDownActive", true)));

    assertThat(cloud.get("east", "shop-web-v001").desired()).isZero();
    assertThat(cloud.get("east", "shop-web-v002").desired()).isZero();
    assertThat(cloud.get("east", "shop-web-v003").desired()).isEqualTo(3);
  }

  @Test
  void neverTouchesWhatThisExecutionDeployedNorAnythingNewer() {
    stages.run(
        "createServerGroup",
        Map.of(
            "cluster",
            Map.of("account", "test", "region", "east", "application", "shop", "stack", "web")));
    cloud.add("east", "shop-web-v005", "shop/web:6", 3);

    stages.run("disableCluster", settings(Map.of("remainingEnabledServerGroups", 0)));

    assertThat(cloud.names("east"))
        .endsWith("shop-web-v003 disabled 0", "shop-web-v004 1", "shop-web-v005 3");
  }

  @Test
  void isSkippedWhereThereIsNoOther() {
    assertThat(stages.run("disableCluster", settings(Map.of("remainingEnabledServerGroups", 3))))
        .isEqualTo(new Outcome.Skipped("No other server group of shop-web to act on in east"));
  }

  @Test
  void failsOnAnUnknownClusterUnlessTold() {
    assertThat(stages.run("shrinkCluster", settings(Map.of("cluster", "shop-gone"))))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(
            stages.run(
                "shrinkCluster",
                settings(Map.of("cluster", "shop-gone", "continueIfClusterNotFound", true))))
        .isInstanceOf(Outcome.Skipped.class);
  }

  private static Map<String, Object> settings(Map<String, Object> options) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of("credentials", "test", "regions", List.of("east"), "cluster", "shop-web"));
    settings.putAll(options);
    return settings;
  }
}

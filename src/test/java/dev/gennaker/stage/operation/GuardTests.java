package dev.gennaker.stage.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.TrafficGuard;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages =
      new CloudStages(cloud, new TrafficGuard("test", "east", "web", "*", true));

  @ParameterizedTest
  @CsvSource({
    "disableServerGroup, ",
    "destroyServerGroup, ",
    "resizeServerGroup, targetSize=0",
    "shrinkCluster, shrinkToSize=0",
    "disableCluster, remainingEnabledServerGroups=0",
    "scaleDownCluster, remainingFullSizeServerGroups=0"
  })
  void forbidsLeavingNothingToServe(String type, String option) {
    cloud.add("east", "shop-web-prod-v001", "shop/web:1", 2);

    Outcome outcome = stages.run(type, settings(option));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("A traffic guard on shop-web-prod in east forbids it"));
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void letsGoWhatIsNotTheLast() {
    cloud.add("east", "shop-web-prod-v001", "shop/web:1", 2);
    cloud.add("east", "shop-web-prod-v002", "shop/web:2", 2);

    stages.run("disableServerGroup", settings(null));

    assertThat(cloud.names("east"))
        .containsExactly("shop-web-prod-v001 disabled 0", "shop-web-prod-v002 2");
  }

  @Test
  void looksAgainForHalfAMinuteBecauseThePictureMayBeBehind() {
    cloud.add("east", "shop-web-prod-v001", "shop/web:1", 2);
    StubContext context = new StubContext();
    look(context);

    Outcome.LookAgain held = look(context);
    assertThat(held.waiting().reason()).startsWith("A traffic guard");
    context.pass(Duration.ofSeconds(20));
    look(context);
    cloud.add("east", "shop-web-prod-v002", "shop/web:2", 2);
    context.pass(Duration.ofSeconds(5));

    assertThat(stages.look("disableServerGroup", settings(null), context))
        .isInstanceOf(Outcome.Done.class);
  }

  private Outcome.LookAgain look(StubContext context) {
    Outcome.LookAgain again =
        (Outcome.LookAgain) stages.look("disableServerGroup", settings(null), context);
    context.memory.putAll(again.memory());
    return again;
  }

  private static Map<String, Object> settings(String option) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "credentials", "test",
                "regions", "east",
                "cluster", "shop-web-prod",
                "serverGroupName", "shop-web-prod-v001",
                "allowDeleteActive", true,
                "allowScaleDownActive", true));
    if (option != null) {
      settings.put(option.split("=")[0], Integer.valueOf(option.split("=")[1]));
    }
    return settings;
  }
}

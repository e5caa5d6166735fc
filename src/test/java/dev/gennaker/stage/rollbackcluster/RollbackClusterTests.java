package dev.gennaker.stage.rollbackcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cluster goes back to what it was, one region after another. */
class RollbackClusterTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  private void twoVersions(String region, int size) {
    cloud.add(region, "shop-web-v001", "shop/web:1", size);
    cloud.add(region, "shop-web-v002", "shop/web:2", size);
    cloud.disable(region, "shop-web-v001");
  }

  @Test
  void goesBackInEachRegionAfterTheOther() {
    twoVersions("east", 2);
    twoVersions("west", 3);

    Outcome outcome = stages.crashing().run("rollbackCluster", settings(Map.of()));

    assertThat(cloud.log())
        .extracting(operation -> operation.getClass().getSimpleName() + " " + operation.region())
        .containsExactly("Enable east", "Disable east", "Enable west", "Disable west");
    assertThat(cloud.names("west")).containsExactly("shop-web-v001 3", "shop-web-v002 disabled 0");
    assertThat(((Outcome.Done) outcome).outputs().get("imagesToRestore"))
        .isEqualTo(
            List.of(
                Map.of("region", "east", "image", "shop/web:1"),
                Map.of("region", "west", "image", "shop/web:1")));
  }

  @Test
  void waitsBetweenRegions() {
    twoVersions("east", 2);
    twoVersions("west", 2);

    assertThat(expanded(Map.of("waitTimeBetweenRegions", 90)))
        .extracting(ChildStage::key, ChildStage::type, ChildStage::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "east-shop-web-v002", "rollbackServerGroup", List.of()),
            org.assertj.core.groups.Tuple.tuple("west-wait", "wait", List.of("east-shop-web-v002")),
            org.assertj.core.groups.Tuple.tuple(
                "west-shop-web-v002", "rollbackServerGroup", List.of("west-wait")));
  }

  @Test
  void needsFewerOfMany() {
    twoVersions("east", 12);
    assertThat(context(expanded(Map.of("regions", "east")).getFirst()))
        .containsEntry("targetHealthyRollbackPercentage", 90);
    assertThat(
            context(
                expanded(
                        Map.of(
                            "regions",
                            "east",
                            "targetHealthyRollbackPercentage",
                            75,
                            "additionalRollbackContext",
                            Map.of("delayBeforeDisableSeconds", 5)))
                    .getFirst()))
        .containsEntry("targetHealthyRollbackPercentage", 75)
        .containsEntry("delayBeforeDisableSeconds", 5);
  }

  @Test
  void passesOverARegionWithNothingToGoBackTo() {
    twoVersions("east", 2);
    cloud.add("west", "shop-web-v001", "shop/web:1", 2);

    stages.run("rollbackCluster", settings(Map.of()));

    assertThat(cloud.log()).extracting(Operation::region).containsOnly("east");
    assertThat(stages.run("rollbackCluster", settings(Map.of("regions", "west"))))
        .isInstanceOf(Outcome.Skipped.class);
  }

  @Test
  void leavesTheNextRegionAloneWhenOneFails() {
    twoVersions("east", 2);
    twoVersions("west", 2);
    cloud.failing(Operation.Enable.class, "shop-web-v001 keeps failing on east.");

    assertThat(stages.run("rollbackCluster", settings(Map.of())))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(cloud.log()).extracting(Operation::region).containsOnly("east");
  }

  private List<ChildStage> expanded(Map<String, Object> more) {
    return ((Outcome.Expanded) stages.look("rollbackCluster", settings(more), new StubContext()))
        .children();
  }

  private static Map<?, ?> rawContext(ChildStage child) {
    return (Map<?, ?>) child.settings().get("rollbackContext");
  }

  private static Map<Object, Object> context(ChildStage child) {
    return new HashMap<>(rawContext(child));
  }

  private static Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "credentials", "test", "regions", List.of("east", "west"), "cluster", "shop-web"));
    settings.putAll(more);
    return settings;
  }
}

package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  static Stream<Arguments> expansions() {
    return Stream.of(
        Arguments.of(DeployTests.one(), List.of("createServerGroup")),
        Arguments.of(DeployTests.one("strategy", "none"), List.of("createServerGroup")),
        Arguments.of(
            DeployTests.one("strategy", "highlander"),
            List.of("createServerGroup", "shrinkCluster")),
        Arguments.of(
            DeployTests.one("strategy", "redblack"),
            List.of("createServerGroup", "disableCluster")),
        Arguments.of(
            DeployTests.one(
                "strategy", "RedBlack", "maxRemainingAsgs", 3, "delayBeforeDisableSec", "60"),
            List.of(
                "createServerGroup",
                "shrinkCluster",
                "wait",
                "verifyServerGroup",
                "disableCluster")),
        Arguments.of(
            DeployTests.one("strategy", "redblack", "scaleDown", true, "delayBeforeCleanup", 5),
            List.of(
                "createServerGroup",
                "wait",
                "verifyServerGroup",
                "disableCluster",
                "scaleDownCluster")),
        Arguments.of(
            DeployTests.one(
                "strategy", "redblack", "scaleDown", "true", "delayBeforeScaleDownSec", 5),
            List.of("createServerGroup", "disableCluster", "wait", "scaleDownCluster")),
        Arguments.of(
            DeployTests.one(
                "strategy",
                "redblack",
                "scaleDown",
                true,
                "delayBeforeDisableSec",
                5,
                "delayBeforeScaleDownSec",
                5),
            List.of(
                "createServerGroup",
                "wait",
                "verifyServerGroup",
                "disableCluster",
                "wait",
                "scaleDownCluster")));
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void expandsIntoAChain(Map<String, Object> settings, List<String> types) {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);

    List<ChildStage> children = expand(settings);

    assertThat(children).extracting(ChildStage::type).isEqualTo(types);
    assertThat(children).extracting(ChildStage::key).doesNotHaveDuplicates();
    assertThat(children.getFirst().after()).isEmpty();
    for (int i = 1; i < children.size(); i++) {
      assertThat(children.get(i).after()).containsExactly(children.get(i - 1).key());
    }
  }

  @Test
  void cleansNothingUpWhereNothingRan() {
    assertThat(expand(DeployTests.one("strategy", "redblack")))
        .extracting(ChildStage::type)
        .containsExactly("createServerGroup");
  }

  @Test
  void deploysAllEntriesAtTheSameTimeUnderKeysOfTheirOwn() {
    List<ChildStage> children =
        expand(
            Map.of(
                "clusters",
                List.of(
                    DeployTests.entry(),
                    DeployTests.entry("region", "west"),
                    DeployTests.entry())));

    assertThat(children).allSatisfy(child -> assertThat(child.after()).isEmpty());
    assertThat(children)
        .extracting(ChildStage::key)
        .containsExactly("east-shop-web", "west-shop-web", "east-shop-web-2");
  }

  @Test
  void highlanderLeavesOnlyTheNew() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    cloud.add("east", "shop-web-v001", "shop/web:2", 2);

    stages.run("deploy", DeployTests.one("strategy", "highlander"));

    assertThat(cloud.names("east")).containsExactly("shop-web-v002 3");
  }

  @Test
  void refusesAnUnknownStrategyWhenItRuns() {
    assertThat(stages.run("deploy", DeployTests.one("strategy", "monitored")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason()).startsWith("The strategy monitored is not available"));
  }

  private List<ChildStage> expand(Map<String, Object> settings) {
    Outcome outcome = stages.look("deploy", settings, new StubContext());
    return ((Outcome.Expanded) outcome).children();
  }
}

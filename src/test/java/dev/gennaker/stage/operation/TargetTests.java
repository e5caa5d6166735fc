package dev.gennaker.stage.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @BeforeEach
  void threeVersions() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 5);
    cloud.add("east", "shop-web-v002", "shop/web:2", 2);
    cloud.add("east", "shop-web-v003", "shop/web:3", 3);
    cloud.add("east", "shop-web-prod-v001", "shop/web:1", 1);
    cloud.add("west", "shop-web-v001", "shop/web:1", 4);
  }

  @ParameterizedTest
  @CsvSource({
    "current_asg_dynamic, shop-web-v003",
    "current_asg, shop-web-v003",
    "CURRENT, shop-web-v003",
    "ancestor_asg_dynamic, shop-web-v002",
    "PREVIOUS, shop-web-v002",
    "oldest_asg_dynamic, shop-web-v001",
    "Oldest, shop-web-v001",
    "LARGEST, shop-web-v001"
  })
  void choosesWhenItRuns(String target, String expected) {
    stages.run("disableServerGroup", at("east", "shop-web", target));

    assertThat(cloud.log())
        .containsExactly(new Operation.Disable(cloud.get("east", expected).id(), false));
  }

  @ParameterizedTest
  @CsvSource({
    "west, shop-web, ancestor_asg_dynamic, There is no previous server group of shop-web in west",
    "west, shop-web, oldest_asg_dynamic, There is no oldest server group of shop-web in west",
    "east, shop-web, FAIL, There is no only server group of shop-web in east",
    "east, shop-nothing, CURRENT, There is no newest server group of shop-nothing in east",
    "north, shop-web, CURRENT, Account test does not reach north"
  })
  void failsWhereNothingIsMeant(String region, String cluster, String target, String reason) {
    Outcome outcome = stages.run("destroyServerGroup", at(region, cluster, target));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).startsWith(reason));
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void actsInEveryRegionByAChildStage() {
    Outcome outcome =
        stages.run(
            "resizeServerGroup",
            Map.of(
                "credentials", "test",
                "regions", List.of("east", "west"),
                "cluster", "shop-web",
                "target", "current_asg_dynamic",
                "action", "scale_up",
                "scaleNum", 1));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(stages.ran).containsExactly("resizeServerGroup", "resizeServerGroup");
    assertThat(cloud.names("east")).contains("shop-web-v003 4");
    assertThat(cloud.names("west")).containsExactly("shop-web-v001 5");
  }

  @Test
  void readsOtherSpellings() {
    stages.run(
        "enableServerGroup",
        Map.of("account", "test", "region", "east", "asgName", "shop-web-v002", "targetSize", 9));

    assertThat(cloud.get("east", "shop-web-v002").desired()).isEqualTo(9);
  }

  @Test
  void keepsItsChoiceWhenAnotherBecomesNewest() {
    StubContext context = new StubContext();
    Map<String, Object> settings = at("east", "shop-web", "current_asg_dynamic");
    context.memory.putAll(
        ((Outcome.LookAgain) stages.look("disableServerGroup", settings, context)).memory());
    cloud.add("east", "shop-web-v004", "shop/web:4", 3);

    stages.run("disableServerGroup", settings, context);

    assertThat(cloud.get("east", "shop-web-v003").disabled()).isTrue();
    assertThat(cloud.get("east", "shop-web-v004").disabled()).isFalse();
  }

  @Test
  void waitsForAFreshPictureBeforeItChooses() {
    cloud.fresh(
        "east",
        new Freshness.Stale(
            MemoryCloud.START, MemoryCloud.START, "connection refused", MemoryCloud.START));

    Outcome outcome =
        stages.look("disableServerGroup", at("east", "shop-web", "current_asg"), new StubContext());

    assertThat(((Outcome.LookAgain) outcome).waiting().reason())
        .contains("east", "connection refused", "waiting for a fresh picture");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(stages.check("destroyServerGroup", Map.of()))
        .extracting(problem -> problem.path())
        .containsExactlyInAnyOrder("$.credentials", "$.regions", "$.cluster", "$.target");
    assertThat(stages.check("destroyServerGroup", at("east", "shop-web", "someday")))
        .extracting(problem -> problem.message())
        .containsExactly("There is no target someday.");
  }

  private static Map<String, Object> at(String region, String cluster, String target) {
    return Map.of(
        "credentials", "test", "regions", List.of(region), "cluster", cluster, "target", target);
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rolling red/black on a simulated cluster, every look made twice. */
class RollingRedBlackTests extends DcosScenario {

  private final StubContext context = new StubContext();
  private ServerGroupId old;
  private CloudStages stages;

  @BeforeEach
  void deploysTheOld() {
    context.executionId = "02EXECUTION";
    old = deployed("web", 4);
    shown(old, group -> group.up() == 4);
    stages = new CloudStages(MemoryCloud.clouds(provider())).live().crashing();
  }

  @Test
  void takesOverStepByStep() {
    Outcome outcome = stages.run("deploy", settings(Map.of()), context);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(stages.names)
        .containsExactly(
            "Deploy shop-web in dcos-east_shop",
            "Shift to the new one in dcos-east_shop",
            "Let it serve for 1 s",
            "Verify the new one",
            "Shrink v000 to 3 of 4",
            "Grow v001 to 2 of 4 (50 %)",
            "Let it serve for 1 s",
            "Verify the new one",
            "Shrink v000 to 2 of 4",
            "Grow v001 to 4 of 4 (100 %)",
            "Let it serve for 1 s",
            "Verify the new one",
            "Disable v000");
    assertThat(shown(fresh(), group -> group.up() == 4).disabled()).isFalse();
    assertThat(shown(old, ServerGroup::disabled).rememberedSize()).isEqualTo(4);
  }

  @Test
  void goesBackWhenAStepFails() {
    stages.answers.put(
        "wait",
        any -> {
          cluster.turn("/demo/shop/shop-web-v001", "SIM_FAIL", "true");
          return Outcome.done();
        });

    Outcome outcome = stages.run("deploy", settings(Map.of("onFailure", true)), context);

    assertThat(((Outcome.Failed) outcome).reason())
        .startsWith("Grow v001 to 2 of 4 (50 %): ")
        .endsWith(" shop-web-v000 serves again; shop-web-v001 was disabled.");
    assertThat(stages.names.subList(stages.names.size() - 2, stages.names.size()))
        .containsExactly("Bring v000 back to 4", "Disable v001");
    assertThat(shown(old, group -> group.up() == 4).disabled()).isFalse();
    assertThat(shown(fresh(), ServerGroup::disabled).rememberedSize()).isEqualTo(4);
  }

  @Test
  void asksTheOldBackWhenItIsCancelledOnTheWay() {
    int[] waits = {0};
    stages.answers.put(
        "wait", any -> waits[0]++ == 0 ? Outcome.done() : Outcome.failed("Cancelled here."));
    stages.run("deploy", settings(Map.of()), context);
    shown(old, group -> group.desired() == 3);

    stages.cancel(
        "shiftTraffic",
        Map.of(
            "credentials",
            "demo",
            "region",
            region(),
            "cluster",
            "shop-web",
            "rollback",
            true,
            "older",
            List.of(Map.of("name", old.name(), "size", 4))),
        context);

    shown(old, group -> group.up() == 4);
    assertThat(shown(fresh(), group -> group.up() == 2).disabled()).isFalse();
  }

  private ServerGroupId fresh() {
    return new ServerGroupId("demo", region(), "shop-web-v001");
  }

  private Map<String, Object> settings(Map<String, Object> rollback) {
    Map<String, Object> entry = new HashMap<>(definition(4));
    entry.put("account", "demo");
    entry.put("cloudProvider", "dcos");
    entry.put("region", region());
    entry.put("application", "shop");
    entry.put("stack", "web");
    entry.put("strategy", "rollingredblack");
    entry.put("targetPercentages", List.of(25, 50, 100));
    entry.put("delayBeforeCleanup", 1);
    entry.put("rollback", rollback);
    return Map.of("clusters", List.of(entry));
  }
}

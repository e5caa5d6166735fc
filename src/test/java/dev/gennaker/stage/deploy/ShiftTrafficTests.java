package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Imagined;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTrafficTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 3", "5, 4", "7, 7", "7, 10", "10, 7"})
  void neverHasFewerInstancesThanTheSmallerOfBoth(int old, int wanted) {
    cloud.slow(1);
    cloud.add("east", "shop-web-v000", "shop/web:1", old);

    stages
        .crashing()
        .run(
            "deploy",
            rolling("capacity", Map.of("desired", wanted), "targetPercentages", "10, 33,60"));

    assertThat(totals(old)).allMatch(total -> total >= Math.min(old, wanted));
    assertThat(cloud.names("east"))
        .containsExactly("shop-web-v000 disabled 0", "shop-web-v001 " + wanted);
    assertThat(cloud.get("east", "shop-web-v000").rememberedSize()).isEqualTo(old);
  }

  /** How many instances both are wanted to have, after each operation. */
  private List<Integer> totals(int old) {
    List<Integer> totals = new ArrayList<>();
    int[] sizes = {old, 0};
    for (Operation operation : cloud.log()) {
      switch (operation) {
        case Operation.Deploy deploy -> sizes[1] = deploy.desired() == null ? 1 : deploy.desired();
        case Operation.Resize resize ->
            sizes[resize.target().name().endsWith("v000") ? 0 : 1] = resize.desired();
        case Operation.Disable _ -> sizes[0] = 0;
        default -> throw new AssertionError(operation);
      }
      totals.add(sizes[0] + sizes[1]);
    }
    return totals;
  }

  @Test
  void takesOverFromAllThatServe() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    cloud.add("east", "shop-web-v001", "shop/web:1", 4);
    cloud.add("east", "shop-web-v002", "shop/web:1", 5);
    cloud.disable("east", "shop-web-v002");

    stages.run("deploy", rolling("targetPercentages", List.of(50), "useSourceCapacity", true));

    assertThat(cloud.names("east"))
        .containsExactly(
            "shop-web-v000 disabled 0",
            "shop-web-v001 disabled 0",
            "shop-web-v002 disabled 0",
            "shop-web-v003 4");
    assertThat(cloud.get("east", "shop-web-v001").rememberedSize()).isEqualTo(4);
  }

  @Test
  void deploysAllAtOnceWhereNothingServes() {
    stages.run("deploy", rolling("targetPercentages", List.of(50)));

    assertThat(stages.ran).containsExactly("createServerGroup");
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 3");
  }

  @Test
  void leavesTheNewOneWhereTheOlderOnesDoNotComeBack() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 4);
    stages.failing("Grow v001 to 3 of 3 (100 %)", "No offers.");
    cloud.failing(Operation.Enable.class, "No offers either.");

    Outcome.Failed failed =
        (Outcome.Failed)
            stages.run(
                "deploy",
                rolling("targetPercentages", List.of(50), "rollback", Map.of("onFailure", true)));

    assertThat(failed.reason())
        .isEqualTo(
            "Grow v001 to 3 of 3 (100 %): No offers. Bring v000 back to 4:"
                + " No offers either. Look at the clusters page for what serves.");
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 4", "shop-web-v001 3");
  }

  @Test
  void asksTheOlderOnesBackWhenItIsCancelled() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 3);
    Map<String, Object> settings =
        Map.of(
            "credentials",
            "test",
            "region",
            "east",
            "cluster",
            "shop-web",
            "wanted",
            6,
            "rollback",
            true,
            "older",
            List.of(Map.of("name", "shop-web-v000", "size", 6)));
    StubContext context = new StubContext();

    stages.cancel("shiftTraffic", settings, context);
    stages.cancel("shiftTraffic", settings, context);

    assertThat(cloud.names("east")).containsExactly("shop-web-v000 6");
    assertThat(cloud.log()).hasSize(1);
  }

  @Test
  void verifiesTheNewOneBeforeTheOldIsDisabled() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    stages.answers.put(
        "wait",
        any -> {
          cloud.hurt("east", "shop-web-v001", 1);
          return Outcome.done();
        });

    Outcome outcome =
        stages.run(
            "deploy",
            DeployTests.one(
                "strategy",
                "redblack",
                "delayBeforeDisableSec",
                60,
                "rollback",
                Map.of("onFailure", true)));

    assertThat(((Outcome.Failed) outcome).reason())
        .isEqualTo(
            "1 of 3 instances of shop-web-v001 are healthy in east, still after two minutes. The"
                + " new server group was disabled.");
    assertThat(cloud.names("east")).containsExactly("shop-web-v000 2", "shop-web-v001 disabled 0");
  }

  @Test
  void givesTheStrategyPipelineSpinnakersParameters() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    List<Map<String, Object>> asked = new ArrayList<>();
    stages.answers.put(
        "pipeline",
        settings -> {
          asked.add(settings);
          return Outcome.done();
        });

    stages.run(
        "deploy",
        DeployTests.one(
            "strategy",
            "custom",
            "strategyPipeline",
            "handover",
            "strategyApplication",
            "tools",
            "pipelineParameters",
            Map.of("pace", "slow")));

    assertThat(asked)
        .singleElement()
        .satisfies(
            settings -> {
              assertThat(settings)
                  .containsEntry("pipeline", "handover")
                  .containsEntry("application", "tools");
              assertThat(ClusterEntry.object(settings.get("pipelineParameters")))
                  .containsEntry("application", "shop")
                  .containsEntry("credentials", "test")
                  .containsEntry("region", "east")
                  .containsEntry("regions", List.of("east"))
                  .containsEntry("cluster", "shop-web")
                  .containsEntry("clusterName", "shop-web")
                  .containsEntry("imageId", "shop/web:1.8.3")
                  .containsEntry("strategy", true)
                  .containsEntry("clone", false)
                  .containsEntry("parentPipelineId", "01EXECUTION")
                  .containsEntry("deployedServerGroup", "shop-web-v001")
                  .containsEntry("pace", "slow");
            });
  }

  @Test
  void evaluatesTheExpressionOfAStepWhenTheStepIsReached() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 2);
    Map<String, Object> step = Map.of("percentage", 50, "expression", "false");
    Map<String, Object> written = Map.of("percentage", 50, "expression", "${ errors < 3 }");
    StubContext context = new StubContext();
    context.written.putAll(DeployTests.one("strategy", "canary", "canarySteps", List.of(written)));
    List<Object> checked = new ArrayList<>();
    stages.answers.put(
        "checkPreconditions",
        settings -> {
          checked.add(settings.get("preconditions"));
          return Outcome.done();
        });

    stages.run(
        "deploy", DeployTests.one("strategy", "canary", "canarySteps", List.of(step)), context);

    assertThat(checked).singleElement().asString().contains("expression=errors < 3");
  }

  @Test
  void plansWhatWouldBeCreatedResizedAndDisabled() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 4);
    StubContext context = new StubContext();
    PlanNotes notes = new PlanNotes();
    context.notes = notes;

    new Imagined()
        .enter(() -> stages.run("deploy", rolling("targetPercentages", List.of(25)), context));

    assertThat(notes.effects())
        .extracting(PlanNotes.Effect::text)
        .containsExactly(
            "Creates shop-web-v001 in east, 1 instance, image shop/web:1.8.3",
            "Resizes shop-web-v000 in east from 4 to 3 instances",
            "Resizes shop-web-v001 in east from 1 to 3 instances",
            "Disables shop-web-v000 in east, 3 instances");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void saysWhereAStrategyIsWrong() {
    Map<String, Object> settings =
        Map.of(
            "clusters",
            List.of(
                DeployTests.entry(
                    "strategy", "rollingredblack", "targetPercentages", List.of(50, 120, 20)),
                DeployTests.entry("strategy", "rollingredblack"),
                DeployTests.entry("strategy", "canary"),
                DeployTests.entry(
                    "strategy",
                    "canary",
                    "canarySteps",
                    List.of(Map.of("percentage", 10, "pauseSec", "soon"), Map.of())),
                DeployTests.entry("strategy", "custom"),
                DeployTests.entry("strategy", "redblack", "maxRemainingAsgs", "few"),
                DeployTests.entry(
                    "strategy",
                    "rollingredblack",
                    "targetPercentages",
                    List.of(50),
                    "pipelineBeforeCleanup",
                    Map.of("application", "shop"))));

    assertThat(stages.check("deploy", settings))
        .extracting(problem -> problem.severity() + " " + problem.path())
        .containsExactly(
            "ERROR $.clusters[0].targetPercentages[1]",
            "ERROR $.clusters[0].targetPercentages[2]",
            "WARNING $.clusters[1].targetPercentages",
            "ERROR $.clusters[2].canarySteps",
            "ERROR $.clusters[3].canarySteps[0].pauseSec",
            "ERROR $.clusters[3].canarySteps[1].percentage",
            "ERROR $.clusters[4].strategyPipeline",
            "ERROR $.clusters[5].maxRemainingAsgs",
            "ERROR $.clusters[6].pipelineBeforeCleanup.pipelineId");
    assertThat(stages.check("deploy", settings)).extracting(Problem::fix).doesNotContain("");
  }

  private static Map<String, Object> rolling(Object... more) {
    List<Object> all = new ArrayList<>(List.of("strategy", "rollingredblack"));
    all.addAll(List.of(more));
    return DeployTests.one(all.toArray());
  }
}

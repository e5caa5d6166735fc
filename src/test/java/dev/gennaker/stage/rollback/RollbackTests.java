package dev.gennaker.stage.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Imagined;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going back to a former server group: it serves first, only then the bad one goes. */
class RollbackTests {

  private static final ServerGroupId FORMER = new ServerGroupId("test", "east", "shop-web-v002");
  private static final ServerGroupId BAD = new ServerGroupId("test", "east", "shop-web-v003");

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @BeforeEach
  void threeVersions() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    cloud.add("east", "shop-web-v002", "shop/web:2", 2);
    cloud.add("east", "shop-web-v003", "shop/web:3", 4);
    cloud.disable("east", "shop-web-v001");
    cloud.disable("east", "shop-web-v002");
  }

  @Test
  void bringsTheFormerOneBackBeforeTheBadOneGoesThoughEveryLookIsRepeated() {
    Outcome outcome = stages.crashing().run("rollbackServerGroup", explicit(Map.of()));

    assertThat(cloud.log())
        .containsExactly(new Operation.Enable(FORMER, 4, false), new Operation.Disable(BAD, false));
    assertThat(((Outcome.Done) outcome).outputs())
        .containsEntry("serverGroup", "shop-web-v002")
        .containsEntry("rolledBackServerGroup", "shop-web-v003")
        .containsEntry("image", "shop/web:2")
        .containsEntry("instances", 4);
    assertThat(cloud.get("east", "shop-web-v003").rememberedSize()).isEqualTo(4);
  }

  @Test
  void takesNothingOutWhenTheFormerOneDoesNotComeUp() {
    cloud.failing(Operation.Enable.class, "shop-web-v002 keeps failing on east.");

    Outcome outcome = stages.run("rollbackServerGroup", explicit(Map.of()));

    assertThat(((Outcome.Failed) outcome).reason())
        .isEqualTo(
            "shop-web-v002 keeps failing on east. shop-web-v003 was left as it is: nothing was taken out of service.");
    assertThat(cloud.log()).noneMatch(Operation.Disable.class::isInstance);
    assertThat(cloud.names("east")).contains("shop-web-v003 4");
  }

  @Test
  void keepsBothForAsLongAsTold() {
    StubContext context = new StubContext();
    Map<String, Object> settings = explicit(Map.of("delayBeforeDisableSeconds", 60));
    Outcome.LookAgain waits = lookUntil("is taken out of service after 60 s", settings, context);

    assertThat(waits.after()).isEqualTo(Duration.ofSeconds(60));
    context.pass(Duration.ofSeconds(59));
    assertThat(look(settings, context).after()).isEqualTo(Duration.ofSeconds(1));
    assertThat(cloud.names("east")).contains("shop-web-v002 4", "shop-web-v003 4");
    context.pass(Duration.ofSeconds(1));
    assertThat(stages.run("rollbackServerGroup", settings, context))
        .isInstanceOf(Outcome.Done.class);
    assertThat(cloud.names("east")).contains("shop-web-v002 4", "shop-web-v003 disabled 0");
  }

  @Test
  void leavesTheBadOneWhileTheFormerOneNoLongerServes() {
    StubContext context = new StubContext();
    Map<String, Object> settings = explicit(Map.of("delayBeforeDisableSeconds", 60));
    lookUntil("is taken out of service after 60 s", settings, context);
    cloud.disable("east", "shop-web-v002");
    context.pass(Duration.ofSeconds(61));

    assertThat(look(settings, context).waiting().reason())
        .isEqualTo(
            "0 of 4 instances of shop-web-v002 serve; shop-web-v003 stays in service until 4 do");
    assertThat(cloud.names("east")).contains("shop-web-v003 4");
  }

  @Test
  void goesBackToTheImageBefore() {
    cloud.add("east", "shop-web-v004", "shop/web:3", 4);
    Map<String, Object> settings =
        Map.of(
            "credentials",
            "test",
            "regions",
            List.of("east"),
            "cluster",
            "shop-web",
            "target",
            "current_asg_dynamic",
            "rollbackType",
            "PREVIOUS_IMAGE");

    Outcome outcome = stages.run("rollbackServerGroup", settings);

    assertThat(((Outcome.Done) outcome).outputs())
        .containsEntry("serverGroup", "shop-web-v002")
        .containsEntry("rolledBackServerGroup", "shop-web-v004");
  }

  @Test
  void deploysAnImageAgainThatNoGroupHasAnyMore() {
    cloud.add("east", "shop-web-v000", "shop/web:9", 1);
    Map<String, Object> settings = explicit(Map.of("imageId", "shop/web:0"));
    settings.put("rollbackType", "PREVIOUS_IMAGE");

    assertThat(stages.run("rollbackServerGroup", settings)).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log())
        .extracting(operation -> operation.getClass().getSimpleName())
        .containsExactly("Deploy", "Disable");
    assertThat(cloud.get("east", "shop-web-v003").disabled()).isTrue();
    assertThat(cloud.names("east").getLast()).endsWith(" 4");
  }

  @Test
  void saysThatNothingHasAnotherImage() {
    Map<String, Object> settings = explicit(Map.of("rollbackServerGroupName", "shop-web-v001"));
    settings.put("rollbackType", "PREVIOUS_IMAGE");

    assertThat(((Outcome.Failed) stages.run("rollbackServerGroup", settings)).reason())
        .startsWith(
            "No server group of shop-web in east is older than shop-web-v001 and runs another");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void plansBothInTheirOrder() {
    StubContext context = new StubContext();
    context.notes = new PlanNotes();

    Outcome outcome =
        new Imagined().enter(() -> stages.look("rollbackServerGroup", explicit(Map.of()), context));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(context.notes.effects())
        .extracting(PlanNotes.Effect::text)
        .containsExactly(
            "Enables shop-web-v002 in east, 4 instances",
            "Disables shop-web-v003 in east, 4 instances");
    assertThat(context.notes.obstacles()).isEmpty();
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithItsSettings() {
    assertThat(stages.check("rollbackServerGroup", explicit(Map.of()))).isEmpty();
    assertThat(
            stages.check(
                "rollbackServerGroup", explicit(Map.of("restoreServerGroupName", "shop-web-v003"))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("what it takes out"));
    Map<String, Object> bare = explicit(Map.of("restoreServerGroupName", ""));
    assertThat(stages.check("rollbackServerGroup", bare))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("which server group"));
    assertThat(stages.headline("rollbackServerGroup", explicit(Map.of())))
        .isEqualTo("shop-web-v003 in east to shop-web-v002");
  }

  private Outcome.LookAgain lookUntil(
      String part, Map<String, Object> settings, StubContext context) {
    for (int i = 0; i < 20; i++) {
      Outcome.LookAgain look = look(settings, context);
      if (look.waiting().reason().contains(part)) {
        return look;
      }
    }
    throw new AssertionError("never said " + part);
  }

  private Outcome.LookAgain look(Map<String, Object> settings, StubContext context) {
    Outcome.LookAgain again =
        (Outcome.LookAgain) stages.look("rollbackServerGroup", settings, context);
    context.memory.putAll(again.memory());
    return again;
  }

  private static Map<String, Object> explicit(Map<String, Object> more) {
    Map<String, Object> context = new HashMap<>();
    context.put("rollbackServerGroupName", "shop-web-v003");
    context.put("restoreServerGroupName", "shop-web-v002");
    context.putAll(more);
    Map<String, Object> settings = new HashMap<>();
    settings.put("credentials", "test");
    settings.put("regions", List.of("east"));
    settings.put("rollbackType", "EXPLICIT");
    settings.put("rollbackContext", context);
    return settings;
  }
}

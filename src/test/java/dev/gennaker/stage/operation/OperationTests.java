package dev.gennaker.stage.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTests {

  private static final ServerGroupId WEB = new ServerGroupId("test", "east", "shop-web-v001");

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @Test
  void destroysOnceAfterDisablingOnceWhenEveryLookIsRepeated() {
    cloud.slow(3);
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    cloud.add("east", "shop-web-v002", "shop/web:2", 2);
    cloud.add("east", "shop-web-v003", "shop/web:3", 2);

    Outcome outcome = stages.crashing().run("destroyServerGroup", oldest());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log())
        .containsExactly(new Operation.Disable(WEB, false), new Operation.Destroy(WEB, false));
    assertThat(cloud.names("east")).containsExactly("shop-web-v002 2", "shop-web-v003 2");
  }

  @Test
  void destroysAtOnceWhenTold() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);

    stages.run("destroyServerGroup", named("skipDisableBeforeDestroy", true));

    assertThat(cloud.log()).containsExactly(new Operation.Destroy(WEB, false));
  }

  @Test
  void saysWhatItWaitsFor() {
    cloud.slow(4);
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    StubContext context = new StubContext();
    Map<String, Object> settings = named("forceDeployment", true);

    Outcome first = stages.look("destroyServerGroup", settings, context);
    context.memory.putAll(((Outcome.LookAgain) first).memory());
    stages.look("destroyServerGroup", settings, context);
    context.memory.putAll(
        ((Outcome.LookAgain) stages.look("destroyServerGroup", settings, context)).memory());
    Outcome.LookAgain third =
        (Outcome.LookAgain) stages.look("destroyServerGroup", settings, context);

    assertThat(((Outcome.LookAgain) first).waiting().reason())
        .isEqualTo("Asking east to disable shop-web-v001");
    assertThat(third.waiting().reason()).isEqualTo("look 2 of 4");
    // A quarter of the first of two steps.
    assertThat(third.waiting().fraction()).isEqualTo(0.125);
    assertThat(third.waiting().evidence()).containsKey("key");
    assertThat(third.after()).isEqualTo(Duration.ofMillis(500));
    assertThat(cloud.log()).containsExactly(new Operation.Disable(WEB, true));
  }

  @ParameterizedTest
  @CsvSource({"east, east", "east_blue, east", "east_blue_green, east"})
  void saysWhichLocationIsAsked(String region, String location) {
    cloud.add(region, "shop-web-v001", "shop/web:1", 2);
    Map<String, Object> settings = new HashMap<>(named("targetSize", 3));
    settings.put("regions", region);

    Outcome.LookAgain first =
        (Outcome.LookAgain) stages.look("resizeServerGroup", settings, new StubContext());

    assertThat(first.waiting().reason())
        .isEqualTo("Asking %s to resize shop-web-v001 to 3".formatted(location));
  }

  @Test
  void looksLessOftenAtWhatTakesLong() {
    cloud.slow(100);
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    StubContext context = new StubContext();
    context.memory.putAll(
        ((Outcome.LookAgain) stages.look("disableServerGroup", named("x", 1), context)).memory());

    context.pass(Duration.ofMinutes(2));
    assertThat(
            ((Outcome.LookAgain) stages.look("disableServerGroup", named("x", 1), context)).after())
        .isEqualTo(Duration.ofSeconds(2));
    context.pass(Duration.ofHours(1));
    assertThat(
            ((Outcome.LookAgain) stages.look("disableServerGroup", named("x", 1), context)).after())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void handsOnWhyTheWorldSaidNo() {
    cloud.failing(Operation.Disable.class, "Deployment 7 holds the lock on /test/shop-web-v001");
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);

    assertThat(stages.run("disableServerGroup", named("x", 1)))
        .isEqualTo(
            new Outcome.Failed(
                "Deployment 7 holds the lock on /test/shop-web-v001",
                true,
                Map.of("key", "01STAGE/1/work-0")));
  }

  @Test
  void refusesWhatBelongsToAnotherApplication() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    StubContext context = new StubContext();
    context.application = "bank";

    Outcome outcome = stages.run("disableServerGroup", named("x", 1), context);

    assertThat(((Outcome.Failed) outcome).reason())
        .startsWith("ada needs EXECUTE on application shop");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void endsInstancesWhereverTheyRun() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 3);
    cloud.add("east", "shop-web-v002", "shop/web:2", 1);

    stages.run(
        "terminateInstances",
        Map.of(
            "credentials",
            "test",
            "region",
            "east",
            "instanceIds",
            List.of("shop-web-v001.0", "shop-web-v001.2", "shop-web-v002.0")));

    assertThat(cloud.log())
        .containsExactlyInAnyOrder(
            new Operation.Terminate(
                cloud.get("east", "shop-web-v002").id(), List.of("shop-web-v002.0"), false),
            new Operation.Terminate(WEB, List.of("shop-web-v001.0", "shop-web-v001.2"), false));
  }

  @Test
  void endsNothingWhenOneInstanceIsUnknown() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 3);

    Outcome outcome =
        stages.run(
            "terminateInstanceAndDecrementServerGroup",
            Map.of("credentials", "test", "instance", "gone.1"));

    assertThat(((Outcome.Failed) outcome).reason())
        .startsWith("These instances do not run: gone.1");
  }

  private static Map<String, Object> named(String key, Object value) {
    return Map.of(
        "credentials", "test", "regions", "east", "serverGroupName", "shop-web-v001", key, value);
  }

  private static Map<String, Object> oldest() {
    return Map.of(
        "credentials", "test", "regions", "east", "cluster", "shop-web", "target", "OLDEST");
  }
}

package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Imagined;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a zero-downtime deploy asks of a provider, and what it refuses by itself. */
class ReliefTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud).crashing();

  @Test
  void tellsTheProviderWhoIsRelieved() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 4);

    run("targetPercentages", List.of(50), "drainTimeoutSec", 60, "cutConnections", true);

    assertThat(cloud.log().getFirst())
        .isInstanceOfSatisfying(
            Operation.Deploy.class,
            deploy ->
                assertThat(deploy.definition()).containsEntry(Operation.BESIDE, "shop-web-v000"));
    assertThat(cloud.log())
        .filteredOn(Operation.HandOver.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            Operation.HandOver.class,
            over -> {
              assertThat(over.desired()).isEqualTo(2);
              assertThat(over.waitSeconds()).isEqualTo(60);
              assertThat(over.insist()).isTrue();
            });
  }

  @Test
  void beginsWithLabelsOnlyWhereNothingServes() {
    run();

    assertThat(cloud.log())
        .singleElement()
        .isInstanceOfSatisfying(
            Operation.Deploy.class,
            deploy -> assertThat(deploy.definition()).containsEntry(Operation.BESIDE, ""));
  }

  @Test
  void relievesOneOnly() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 1);
    cloud.add("east", "shop-web-v001", "shop/web:1", 1);

    assertThat(((Outcome.Failed) run()).reason()).startsWith("2 server groups of shop-web serve");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void isNeverSmallerThanTheOlderOne() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 5);

    assertThat(((Outcome.Failed) run()).reason())
        .startsWith("The new one would have 4 instances and shop-web-v000 has 5");
  }

  @Test
  void saysWhichLabelsAreMissing() {
    Map<String, Object> some = Map.of("HAPROXY_DEPLOYMENT_GROUP", "web");

    assertThat(stages.check("deploy", Map.of("clusters", List.of(entry("labels", some)))))
        .extracting(problem -> problem.path() + " " + problem.message())
        .contains(
            "$.clusters[0].labels Zero-downtime needs the label HAPROXY_DEPLOYMENT_ALT_PORT.",
            "$.clusters[0].labels Zero-downtime needs the label HAPROXY_GROUP.");
  }

  @Test
  void isPlannedAsItWouldGo() {
    cloud.add("east", "shop-web-v000", "shop/web:1", 4);
    StubContext context = new StubContext();
    PlanNotes notes = new PlanNotes();
    context.notes = notes;

    new Imagined()
        .enter(
            () ->
                new CloudStages(cloud)
                    .run(
                        "deploy",
                        Map.of("clusters", List.of(entry("targetPercentages", List.of(50)))),
                        context));

    assertThat(notes.effects())
        .extracting(effect -> effect.text())
        .contains(
            "Hands traffic over from shop-web-v000 to shop-web-v001 in east, 4 instances",
            "Destroys shop-web-v000 in east, 4 instances");
    assertThat(cloud.log()).isEmpty();
  }

  private Outcome run(Object... more) {
    return stages.run("deploy", Map.of("clusters", List.of(entry(more))));
  }

  private static Map<String, Object> entry(Object... more) {
    List<Object> all =
        new ArrayList<>(List.of("strategy", "zerodowntime", "capacity", Map.of("desired", 4)));
    all.addAll(List.of(more));
    return DeployTests.entry(all.toArray());
  }
}

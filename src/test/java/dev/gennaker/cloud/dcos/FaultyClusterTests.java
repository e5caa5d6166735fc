package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Operation.Destroy;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clusters that do not answer, answer late, answer wrongly or lose their voice. */
class FaultyClusterTests extends DcosScenario {

  private Freshness freshness() {
    return provider().inventory().locations().getFirst().freshness();
  }

  private void live() {
    await().until(() -> freshness() instanceof Freshness.Live);
  }

  @Test
  void noticesWhatHappenedWhileTheStreamWasCut() {
    live();
    cluster.cutEvents();
    var id = deployed("cut", 1);

    shown(id, g -> g.up() == 1);
    live();
  }

  @Test
  void saysThatItIsStaleWhileTheClusterIsAwayAndReturns() {
    var id = deployed("away", 1);
    shown(id, g -> g.up() == 1);
    rig.published.clear();
    cluster.fault(Fault.burst(503, 100_000));
    cluster.cutEvents();

    Freshness.Stale stale =
        (Freshness.Stale)
            await()
                .until(
                    this::freshness,
                    f -> f instanceof Freshness.Stale s && s.reason().contains("503"));
    assertThat(stale.reason()).contains("dcos-east");
    assertThat(stale.asOf()).isNotNull();
    assertThat(stale.nextTry()).isAfterOrEqualTo(stale.since());
    assertThat(provider().inventory().find(id)).isPresent();
    assertThat(rig.published).anyMatch(event -> event.applications().isEmpty());

    cluster.heal();
    live();
  }

  @Test
  void countsASilentStreamAsLost() {
    restart(new DcosRig.HandClock());
    live();
    long before = opened();
    clock.advance(Duration.ofSeconds(36));

    await().until(() -> opened() > before);
    assertThat(rig.published).anyMatch(event -> event.applications().isEmpty());
    live();
  }

  private long opened() {
    return cluster.requestLog().find("GET", "/v2/events").size() + cluster.eventReaders();
  }

  @Test
  void readsEverythingAnewWhenAsked() {
    live();
    var id = deployed("refresh", 1);
    shown(id, g -> g.up() == 1);
    cluster.turn(knobs -> knobs.loseEvents(10_000));
    finish(new Resize(id, 2, false));

    provider().inventory().refresh("dcos-east");
    shown(id, g -> g.up() == 2);
  }

  @Test
  void createsAnAppOnceThoughTheAnswerIsLost() {
    cluster.fault(Fault.lostAnswer("POST", "/v2/apps"));
    var id = deployed("lost", 1);

    assertThat(id.name()).isEqualTo("shop-lost-v000");
    assertThat(cluster.requestLog().find("POST", "/v2/apps$")).hasSize(1);
    assertThat(cluster.requestLog().find("POST", "/v2/apps$").getFirst().status()).isZero();
  }

  @Test
  void neverSendsAChangeTwiceByItself() {
    var id = deployed("twice", 1);
    cluster.fault(new Fault("PUT", "/v2/apps", 1, 0, false));

    Progress first = provider().carryOut(new Resize(id, 2, false), key(), Map.of(), BY);
    assertThat(((Progress.Working) first).reason()).contains("no answer").contains("tried again");
    assertThat(cluster.requestLog().find("PUT", "/v2/apps")).hasSize(1);
    finish(new Resize(id, 2, false));
  }

  @Test
  void saysSinceWhenNobodyAnswers() {
    restart(new DcosRig.HandClock());
    var id = deployed("mute", 1);
    Resize resize = new Resize(id, 2, false);
    cluster.fault(new Fault("", "/v2/apps", 1_000, 0, false));

    var first = (Progress.Working) provider().carryOut(resize, "mute", Map.of(), BY);
    clock.advance(Duration.ofMinutes(3));
    var second = (Progress.Working) provider().carryOut(resize, "mute", first.memory(), BY);

    assertThat(List.of(first, second))
        .extracting(Progress.Working::reason)
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .startsWith("dcos-east could not")
                    .contains("no answer")
                    .endsWith(" since 2026-03-01 12:00:00 UTC; it is tried again within seconds"));
    cluster.heal();
    finish(resize);
  }

  @Test
  void sitsOutABurstOfErrors() {
    cluster.fault(Fault.burst(503, 7));

    assertThat(deployed("burst", 1).name()).isEqualTo("shop-burst-v000");
    assertThat(cluster.requestLog().find("POST", "/v2/apps$"))
        .filteredOn(call -> call.status() == 201)
        .hasSize(1);
  }

  @Test
  void survivesAChangeOfLeaderDuringADeploy() {
    cluster.turn(knobs -> dev.gennaker.simulator.Knobs.DEFAULT);
    Deploy deploy =
        new Deploy(
            "demo", region(), new Moniker("shop", "leader", null, null), definition(2), null);
    String key = key();
    provider().carryOut(deploy, key, Map.of(), BY);
    cluster.changeLeader(Duration.ofMillis(500));

    assertThat(drive(deploy, key)).isInstanceOf(Progress.Finished.class);
    assertThat(cluster.requestLog().find("POST", "/v2/apps$")).hasSize(1);
  }

  @Test
  void destroysOnceThoughTheAnswerIsLost() {
    var id = deployed("gone", 1);
    cluster.fault(Fault.lostAnswer("DELETE", "/v2/apps"));

    finish(new Destroy(id, false));
    assertThat(cluster.requestLog().find("DELETE", "/v2/apps")).hasSize(1);
    assertThat(cluster.requestLog().find("DELETE", "force=false")).hasSize(1);
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Operation.Model;
import dev.gennaker.cloud.Operation.Revert;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.Fault;
import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One app changed in place by Marathon's rolling upgrade, with its former versions. */
class InPlaceTests {

  private static final OnBehalf BY = new OnBehalf("ada", "shop", "01EXECUTION");
  private static final Moniker WEB = new Moniker("shop", "web", null, null);
  private static final ServerGroupId ID = new ServerGroupId("demo", "dcos-east", "shop-web");

  private final AtomicInteger keys = new AtomicInteger();
  private SimulatedCluster cluster;
  private DcosRig rig;

  @BeforeEach
  void start() throws IOException {
    cluster = SimulatedCluster.start(SimulatorSettings.defaults().withKnobs(Knobs.INSTANT));
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    rig.close();
    cluster.close();
  }

  private static Deploy deploy(String image, @Nullable Integer desired, Map<String, Object> more) {
    Map<String, Object> app = new HashMap<>(more);
    app.put("cpus", 0.1);
    app.put("mem", 32);
    app.put("container", Map.of("type", "DOCKER", "docker", Map.of("image", image)));
    return new Deploy("demo", "dcos-east", WEB, Map.of("marathon", app), desired, Model.IN_PLACE);
  }

  private Progress drive(Operation operation, String key, OnBehalf by) {
    Progress[] last = {rig.provider.carryOut(operation, key, Map.of(), by)};
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              if (last[0] instanceof Progress.Working working) {
                last[0] = rig.provider.carryOut(operation, key, working.memory(), by);
              }
              return !(last[0] instanceof Progress.Working);
            });
    return last[0];
  }

  private Map<String, Object> finish(Operation operation) {
    Progress end = drive(operation, "key-" + keys.incrementAndGet(), BY);
    assertThat(end).isInstanceOf(Progress.Finished.class);
    return ((Progress.Finished) end).outputs();
  }

  private ServerGroup shown(java.util.function.Predicate<ServerGroup> likeThat) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> rig.provider.inventory().find(ID), group -> group.filter(likeThat).isPresent())
        .orElseThrow();
  }

  @Test
  void createsAnAppWithoutANumberAndChangesThatSameOne() {
    assertThat(finish(deploy("web:1", 3, Map.of())))
        .containsEntry("serverGroup", "shop-web")
        .containsEntry("image", "web:1");
    assertThat(finish(deploy("web:2", null, Map.of())))
        .containsEntry("serverGroup", "shop-web")
        .containsEntry("image", "web:2")
        .containsEntry("instances", 3)
        .containsKey("version");

    ServerGroup group = shown(g -> g.image().equals("web:2") && g.up() == 3);
    assertThat(group.cluster()).isEqualTo("shop-web");
    assertThat(group.moniker().sequence()).isNull();
    assertThat(cluster.requestLog().find("POST", "/v2/apps$")).hasSize(1);
  }

  @Test
  void forgetsWhatTheNewDefinitionLeavesOut() {
    finish(deploy("web:1", 1, Map.of("env", Map.of("OLD", "yes"), "cmd", "./one")));
    finish(deploy("web:2", null, Map.of("env", Map.of("NEW", "yes"))));

    Map<String, Object> present = rig.provider.versions(ID).getFirst().definition();
    assertThat(present.get("env")).isEqualTo(Map.of("NEW", "yes"));
    assertThat(present.get("cmd")).isNull();
  }

  @Test
  void isSentOnceHoweverOftenItIsAskedFor() {
    finish(deploy("web:1", 2, Map.of()));
    cluster.fault(Fault.lostAnswer("PUT", "/v2/apps"));
    Deploy next = deploy("web:2", null, Map.of());
    Progress lost = rig.provider.carryOut(next, "again", Map.of(), BY);
    assertThat(lost).isInstanceOf(Progress.Working.class);

    assertThat(drive(next, "again", BY)).isInstanceOf(Progress.Finished.class);
    assertThat(drive(next, "again", BY)).isInstanceOf(Progress.Finished.class);
    assertThat(cluster.requestLog().find("PUT", "/v2/apps/demo/shop-web")).hasSize(1);
  }

  @Test
  void waitsForTheLockOfSomebodyElse() {
    finish(deploy("web:1", 1, Map.of()));
    cluster.turn("/demo/shop-web", "SIM_NO_OFFERS", "true");
    Progress scaling =
        rig.provider.carryOut(new Operation.Resize(ID, 3, false), "other", Map.of(), BY);
    assertThat(scaling).isInstanceOf(Progress.Working.class);

    Progress held = rig.provider.carryOut(deploy("web:2", null, Map.of()), "held", Map.of(), BY);
    assertThat(held)
        .isInstanceOfSatisfying(
            Progress.Working.class,
            working -> {
              assertThat(working.reason()).contains("is locked by deployment");
              assertThat(working.evidence()).containsKey(Progress.LOCK);
            });
    cluster.turn("/demo/shop-web", "SIM_NO_OFFERS", null);
    assertThat(drive(deploy("web:2", null, Map.of()), "held", BY))
        .isInstanceOf(Progress.Finished.class);
  }

  @Test
  void leavesAnAppOfAnotherApplicationAlone() {
    finish(deploy("web:1", 1, Map.of()));

    Progress refused =
        drive(
            new Deploy(
                "demo",
                "dcos-east",
                new Moniker("shop-web", null, null, null),
                Map.of("marathon", Map.of("cmd", "./mine", "cpus", 0.1, "mem", 32)),
                1,
                Model.IN_PLACE),
            "foreign",
            new OnBehalf("eve", "shop-web", ""));
    assertThat(refused)
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> assertThat(failed.reason()).contains("belongs to application shop"));
    assertThat(shown(g -> true).image()).isEqualTo("web:1");
  }

  @Test
  void saysThatItWasRolledBackMeanwhile() {
    finish(deploy("web:1", 1, Map.of()));
    cluster.turn("/demo/shop-web", "SIM_NEVER_RUNNING", "true");
    Progress[] last = {
      rig.provider.carryOut(deploy("web:2", null, Map.of()), "undone", Map.of(), BY)
    };
    finishNothing(last);
    cluster.turn("/demo/shop-web", "SIM_NEVER_RUNNING", null);
    assertThat(drive(new Operation.CancelChange(ID, "", true), "cancel", BY))
        .isInstanceOf(Progress.Finished.class);

    Progress end =
        await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () -> {
                  if (last[0] instanceof Progress.Working working) {
                    last[0] =
                        rig.provider.carryOut(
                            deploy("web:2", null, Map.of()), "undone", working.memory(), BY);
                  }
                  return last[0];
                },
                Progress.Failed.class::isInstance);
    assertThat(((Progress.Failed) end).reason()).contains("was rolled back");
  }

  private static void finishNothing(Progress[] last) {
    assertThat(last[0]).isInstanceOf(Progress.Working.class);
  }

  @Test
  void tellsItsVersionsAndGoesBackToAny() {
    finish(deploy("web:1", 2, Map.of()));
    finish(deploy("web:2", null, Map.of()));
    finish(deploy("web:3", null, Map.of()));
    finish(new Operation.Resize(ID, 4, false));

    List<FormerVersion> versions = rig.provider.versions(ID);
    assertThat(versions)
        .extracting(FormerVersion::image)
        .containsExactly("web:3", "web:2", "web:1");
    assertThat(versions).extracting(FormerVersion::current).containsExactly(true, false, false);
    assertThat(versions).extracting(FormerVersion::user).containsOnly("ada");

    finish(new Revert(ID, versions.getLast().version(), false));
    ServerGroup back = shown(g -> g.image().equals("web:1") && g.up() == 4);
    assertThat(back.desired()).isEqualTo(4);
  }

  @Test
  void goesBackToTheOneBeforeTheLastChange() {
    finish(deploy("web:1", 1, Map.of()));
    finish(deploy("web:2", null, Map.of()));

    finish(new Revert(ID, "", true));
    assertThat(shown(g -> g.image().equals("web:1") && g.up() == 1).createdBy()).isEqualTo("ada");
  }

  @Test
  void hasNothingToGoBackToAtFirst() {
    finish(deploy("web:1", 1, Map.of()));

    assertThat(drive(new Revert(ID, "", false), "none", BY))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> assertThat(failed.reason()).contains("has no former version"));
    assertThat(drive(new Revert(ID, "2020-01-01T00:00:00.000Z", false), "old", BY))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> assertThat(failed.reason()).contains("has no version 2020-01-01"));
  }
}

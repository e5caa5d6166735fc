package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.balancer.Backend;
import dev.gennaker.simulator.balancer.Balancers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instances move behind marathon-lb only when every HAProxy has let them go. */
class HandOverTests extends BalancedScenario {

  private static final int WAIT = 30;

  private Operation.HandOver over(int desired) {
    return new Operation.HandOver(NEW, OLD, desired, WAIT, false, true);
  }

  private void twoColours() {
    balancers(2, "");
    serves(4);
    finish(beside("shop-web-v000", 1));
  }

  @Test
  void paintsBothColours() {
    twoColours();

    assertThat(labels(OLD))
        .containsEntry("HAPROXY_0_PORT", "10080")
        .containsEntry("HAPROXY_DEPLOYMENT_COLOUR", "blue")
        .containsEntry("HAPROXY_DEPLOYMENT_TARGET_INSTANCES", "4")
        .containsEntry("HAPROXY_DEPLOYMENT_NEW_INSTANCES", "0");
    assertThat(labels(NEW))
        .containsEntry("HAPROXY_0_PORT", "10080")
        .containsEntry("HAPROXY_DEPLOYMENT_COLOUR", "green")
        .containsEntry("HAPROXY_APP_ID", "/demo/shop/shop-web")
        .containsEntry("HAPROXY_DEPLOYMENT_TARGET_INSTANCES", "4");
    assertThat(labels(NEW).get("HAPROXY_DEPLOYMENT_STARTED_AT")).doesNotEndWith("Z");
    assertThat(provider().inventory().definition(NEW).orElseThrow()).contains("10081");
    assertThat(backend().name()).isEqualTo("web_10080");
    assertThat(backend().servers()).hasSize(5);
  }

  @Test
  void handsOverStepByStep() {
    twoColours();

    assertThat(finish(over(1))).containsEntry("relieved", 1);
    assertThat(now(OLD).desired()).isEqualTo(4);
    assertThat(finish(over(2))).containsEntry("relieved", 2);
    shown(OLD, group -> group.desired() == 4);
    assertThat(finish(over(3))).containsEntry("relieved", 2);
    shown(OLD, group -> group.desired() == 3);
    assertThat(finish(over(4))).containsEntry("relieved", 2);
    shown(OLD, group -> group.desired() == 2);
    assertThat(backend().servers()).filteredOn(server -> !server.draining()).hasSize(4);
    assertThat(backend().servers()).filteredOn(Backend.Server::draining).hasSize(2);
  }

  @Test
  void endsNoneOnTheWayWhereThereIsRoom() {
    twoColours();

    for (int size = 1; size <= 4; size++) {
      int now = size;
      assertThat(finish(new Operation.HandOver(NEW, OLD, size, WAIT, false, false)))
          .containsEntry("relieved", size);
      shown(NEW, group -> group.up() == now);
    }

    assertThat(now(OLD).desired()).isEqualTo(4);
    assertThat(backend().servers()).filteredOn(Backend.Server::draining).hasSize(4);
  }

  @Test
  void keepsTheInstanceWhileOneHaproxyServesItsConnections() {
    twoColours();
    finish(over(2));
    cluster.balancers().turn(hosts().getLast(), new Balancers.Knobs(2, 0, false, false));
    String key = key();

    until(over(3), key, saying("4 connections are open to instances of shop-web-v000"));
    assertThat(now(OLD).desired()).isEqualTo(4);
    cluster.balancers().turn(hosts().getLast(), Balancers.Knobs.GOOD);

    assertThat(drive(over(3), key)).isInstanceOf(Progress.Finished.class);
    shown(OLD, group -> group.desired() == 3);
  }

  @Test
  void waitsForEveryHaproxy() {
    twoColours();
    String host = hosts().getFirst();
    String key = key();

    cluster.balancers().turn(host, new Balancers.Knobs(0, 0, false, true));
    until(over(1), key, saying("HAProxy on " + host + " lists 0 of 5 instances"));
    cluster.balancers().turn(host, new Balancers.Knobs(0, 0, true, false));
    until(over(1), key, saying("could not ask HAProxy on " + host));
    cluster.balancers().turn(host, new Balancers.Knobs(0, 2, false, false));
    until(over(1), key, saying("HAProxy on " + host + " has 3 processes"));
    cluster.balancers().turn(host, Balancers.Knobs.GOOD);

    assertThat(drive(over(1), key)).isInstanceOf(Progress.Finished.class);
  }

  @Test
  void failsWhenConnectionsStayTooLong() {
    twoColours();
    cluster.balancers().turn(hosts().getFirst(), new Balancers.Knobs(1, 0, false, false));

    Progress end = drive(new Operation.HandOver(NEW, OLD, 1, 1, false, true), key());

    assertThat(((Progress.Failed) end).reason())
        .isEqualTo(
            "shop-web-v000 could not be relieved on dcos-east within 1 s: 1 connection is open to instances of shop-web-v000 that are to end.");
  }

  @Test
  void cutsThemOffWhereItIsToldTo() {
    twoColours();
    cluster.balancers().turn(hosts().getFirst(), new Balancers.Knobs(1, 5, false, false));

    finish(new Operation.HandOver(NEW, OLD, 2, 1, true, true));
    finish(new Operation.HandOver(NEW, OLD, 3, 1, true, true));

    shown(OLD, group -> group.desired() == 3);
  }

  @Test
  void findsItsKillAgainAfterACrash() {
    twoColours();
    finish(over(2));
    String key = key();
    // What it did is thrown away again and again, as by crashes right after it.
    for (int look = 0; look < 20; look++) {
      provider().carryOut(over(3), key, Map.of(), BY);
    }

    assertThat(drive(over(3), key)).isInstanceOf(Progress.Finished.class);
    shown(OLD, group -> group.desired() == 3);
    assertThat(now(NEW).desired()).isEqualTo(3);
  }

  @Test
  void goesBackFromTheFirstStep() {
    twoColours();
    finish(over(1));

    finish(new Operation.HandBack(OLD, NEW, 4, WAIT));

    shown(OLD, group -> group.up() == 4 && group.desired() == 4);
    assertThat(backend().servers())
        .filteredOn(Backend.Server::draining)
        .singleElement()
        .satisfies(server -> assertThat(server.task()).startsWith("demo_shop_shop-web-v001"));
  }

  @Test
  void goesBackFromTheMiddle() {
    twoColours();
    finish(over(2));
    finish(over(3));
    shown(OLD, group -> group.desired() == 3);

    finish(new Operation.HandBack(OLD, NEW, 4, WAIT));

    shown(OLD, group -> group.up() == 4 && group.desired() == 4);
    assertThat(backend().servers()).filteredOn(server -> !server.draining()).hasSize(4);
  }

  @Test
  void goesBackFromOneThatNeverServed() {
    balancers(2, "");
    serves(2);
    cluster.turn("/demo/shop/shop-web-v001", "SIM_NEVER_HEALTHY", "true");
    String key = key();
    until(beside("shop-web-v000", 1), key, p -> backendOfNew());

    finish(new Operation.HandBack(OLD, NEW, 2, WAIT));

    assertThat(now(OLD).desired()).isEqualTo(2);
  }

  private boolean backendOfNew() {
    return provider().inventory().find(NEW).isPresent();
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Operation.CancelChange;
import dev.gennaker.cloud.Operation.ResetDelay;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Operation.Restart;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.Fault;
import dev.gennaker.simulator.RequestLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restarts, deployments that are cancelled, and delays that are cut short: each once. */
class RolloutTests extends DcosScenario {

  private static List<String> tasks(ServerGroup group) {
    return group.instances().stream().map(i -> i.id()).toList();
  }

  private List<RequestLog.Entry> restarts() {
    return cluster.requestLog().find("POST", "/restart");
  }

  private List<RequestLog.Entry> cancels() {
    return cluster.requestLog().find("DELETE", "/v2/deployments/");
  }

  private Map<String, Object> memory(Operation operation, String key, Map<String, Object> before) {
    return ((Progress.Working) provider().carryOut(operation, key, before, BY)).memory();
  }

  /** As after a crash before every look: none of them is remembered. */
  private void finishAlwaysWith(Map<String, Object> memory, Operation operation, String key) {
    await()
        .until(() -> provider().carryOut(operation, key, memory, BY) instanceof Progress.Finished);
  }

  /** Has three instances wanted, of which only one runs. */
  private ServerGroupId hanging(String stack) {
    ServerGroupId id = deployed(stack, 1);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "true");
    provider().carryOut(new Resize(id, 3, false), key(), Map.of(), BY);
    return id;
  }

  @Test
  void restartsOnceThoughTheAnswerIsLost() {
    ServerGroupId id = deployed("restart", 2);
    List<String> before = tasks(shown(id, g -> g.up() == 2));
    cluster.fault(Fault.lostAnswer("POST", "/restart"));

    assertThat(finish(new Restart(id, false))).containsEntry("instances", 2);
    assertThat(restarts()).hasSize(1);
    assertThat(restarts().getFirst().path()).endsWith("force=false");
    shown(id, g -> g.up() == 2 && tasks(g).stream().noneMatch(before::contains));
  }

  @Test
  void restartsOnceThoughItForgetsThatItDid() {
    ServerGroupId id = deployed("forgets", 2);
    Restart restart = new Restart(id, false);
    Map<String, Object> begun = memory(restart, "forgets", Map.of());
    assertThat(restarts()).isEmpty();
    provider().carryOut(restart, "forgets", begun, BY);

    finishAlwaysWith(begun, restart, "forgets");
    assertThat(restarts()).hasSize(1);
  }

  @Test
  void restartsAfterALockAndNotInsteadOfIt() {
    ServerGroupId id = hanging("after");
    Restart restart = new Restart(id, false);
    Map<String, Object> locked = memory(restart, "after", Map.of());
    finish(new CancelChange(id, "", true));
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "false");
    List<String> before = tasks(shown(id, g -> g.up() == 1 && g.change() == null));

    Map<String, Object> begun = memory(restart, "after", locked);
    assertThat(restarts()).isEmpty();
    finishAlwaysWith(begun, restart, "after");
    assertThat(restarts()).hasSize(1);
    shown(id, g -> g.up() == 1 && tasks(g).stream().noneMatch(before::contains));
  }

  @Test
  void saysThatARestartWasCancelled() {
    ServerGroupId id = deployed("halfway", 2);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "true");
    Restart restart = new Restart(id, false);
    Map<String, Object> going = memory(restart, "half", memory(restart, "half", Map.of()));
    finish(new CancelChange(id, "", false));

    Progress end = provider().carryOut(restart, "half", going, BY);
    assertThat(((Progress.Failed) end).reason())
        .startsWith("The restart of " + id.name() + " on dcos-east was cancelled: ");
  }

  @Test
  void restartsNothingWithoutInstances() {
    ServerGroupId id = deployed("nothing", 0);

    Progress end = provider().carryOut(new Restart(id, false), key(), Map.of(), BY);
    assertThat(((Progress.Failed) end).reason()).contains("no instances to restart");
    assertThat(restarts()).isEmpty();
  }

  @Test
  void cancelsADeploymentAndRollsItBackOnceThoughTheAnswerIsLost() {
    ServerGroupId id = hanging("back");
    cluster.fault(Fault.lostAnswer("DELETE", "/v2/deployments"));

    assertThat(finish(new CancelChange(id, "", true))).containsKey("change");
    assertThat(cancels()).hasSize(1);
    assertThat(cancels().getFirst().path()).endsWith("force=false");
    assertThat(shown(id, g -> g.change() == null && g.desired() == 1).up()).isEqualTo(1);
  }

  @Test
  void leavesWhatADeploymentDidWhenToldTo() {
    ServerGroupId id = hanging("left");

    finish(new CancelChange(id, "", false));
    assertThat(cancels()).hasSize(1);
    assertThat(cancels().getFirst().path()).endsWith("force=true");
    assertThat(shown(id, g -> g.change() == null).desired()).isEqualTo(3);
  }

  @Test
  void takesBackADeployThatNeverWorked() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("labels", Map.of("SIM_NEVER_RUNNING", "true"));
    provider().carryOut(deploy("never", definition), key(), Map.of(), BY);
    ServerGroupId id = new ServerGroupId("demo", region(), "shop-never-v000");

    finish(new CancelChange(id, "", true));
    await().until(() -> provider().inventory().find(id).isEmpty());
  }

  @Test
  void cancelsNoOtherDeploymentThanTheOneItSaw() {
    ServerGroupId id = hanging("other");
    CancelChange cancel = new CancelChange(id, "", true);
    Map<String, Object> saw = memory(cancel, "other", Map.of());
    provider().carryOut(new Resize(id, 4, true), key(), Map.of(), BY);
    cluster.requestLog().clear();

    Progress end = provider().carryOut(cancel, "other", saw, BY);
    assertThat(end).isInstanceOf(Progress.Finished.class);
    assertThat(cancels()).isEmpty();
  }

  @Test
  void leavesADeploymentOfAnotherGroupAlone() {
    ServerGroupId other = hanging("yours");
    String foreign = shown(other, g -> g.change() != null).change().id();
    ServerGroupId id = deployed("mine", 1);

    Progress end = provider().carryOut(new CancelChange(id, foreign, true), key(), Map.of(), BY);
    assertThat(((Progress.Failed) end).reason()).contains("does not change " + id.name());
    assertThat(cancels()).isEmpty();
  }

  @Test
  void hasNothingToCancelWhereNothingGoesOn() {
    ServerGroupId id = deployed("quiet", 1);

    assertThat(finish(new CancelChange(id, "", true))).doesNotContainKey("change");
    assertThat(cancels()).isEmpty();
  }

  @Test
  void startsAtOnceWhatWaitsAfterFailing() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("labels", Map.of("SIM_FAIL", "1", "SIM_STAGE_SECONDS", "0.1"));
    definition.put("backoffSeconds", 3_000);
    definition.put("maxLaunchDelaySeconds", 3_600);
    Operation.Deploy deploy = deploy("delayed", definition);
    String key = key();
    until(deploy, key, saying("after failing"));
    ServerGroupId id = new ServerGroupId("demo", region(), "shop-delayed-v000");

    finish(new ResetDelay(id));
    assertThat(drive(deploy, key)).isInstanceOf(Progress.Finished.class);
    finish(new ResetDelay(id));
    assertThat(cluster.requestLog().find("DELETE", "/v2/queue/demo/shop/.*/delay"))
        .extracting(RequestLog.Entry::status)
        .containsExactly(204, 404);
  }

  @Test
  void tellsAllOfWhoHoldsTheLock() {
    ServerGroupId id = hanging("told");

    Progress.Working waits =
        (Progress.Working) provider().carryOut(new Resize(id, 5, false), key(), Map.of(), BY);
    Map<?, ?> lock = (Map<?, ?>) waits.evidence().get(Progress.LOCK);
    assertThat(lock.get("id")).isEqualTo(waits.evidence().get("deployment"));
    assertThat(lock.get("what")).isEqualTo("ScaleApplication");
    assertThat(lock.get("affects")).isEqualTo(List.of("/demo/shop/" + id.name()));
    assertThat(lock.get("forcible")).isEqualTo(true);
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Operation.Destroy;
import dev.gennaker.cloud.Operation.Disable;
import dev.gennaker.cloud.Operation.Enable;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why an operation waits, and why it fails. */
class ReasonTests extends DcosScenario {

  private Map<String, Object> checked(int instances, Map<String, String> knobs) {
    Map<String, Object> definition = new HashMap<>(definition(instances));
    definition.put("labels", knobs);
    definition.put(
        "healthChecks",
        List.of(
            Map.of("protocol", "HTTP", "path", "/health", "portIndex", 0, "intervalSeconds", 1)));
    return definition;
  }

  private ServerGroupId id(String stack) {
    return new ServerGroupId("demo", region(), "shop-" + stack + "-v000");
  }

  @Test
  void saysHowManyAreHealthyAndWhatTheOthersWaitFor() {
    var deploy = deploy("unhealthy", checked(2, Map.of("SIM_NEVER_HEALTHY", "true")));

    Progress.Working working = (Progress.Working) until(deploy, key(), saying("/health"));
    assertThat(working.reason()).startsWith("0 of 2 instances healthy on dcos-east; ");
    assertThat(working.fraction()).isZero();
    assertThat(working.evidence()).containsKeys("deployment", "app", "facts");

    var shown = shown(id("unhealthy"), g -> g.change() != null);
    assertThat(shown.change().what()).isEqualTo("ScaleApplication");
    assertThat(shown.change().waiting()).contains("dcos-east");
    assertThat(shown.instances()).noneMatch(i -> i.health() == Health.UP);
  }

  @Test
  void doesNotCallRunningInstancesDownWhileADeploymentGoesOn() {
    var id = deployed("busy", 2);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "true");
    provider().carryOut(new Resize(id, 3, false), key(), Map.of(), BY);

    assertThat(shown(id, g -> g.change() != null && g.instances().size() == 3).up()).isEqualTo(2);
  }

  @Test
  void saysThatInstancesAreNotReady() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("labels", Map.of("SIM_NEVER_READY", "true"));
    definition.put("serviceEndpoints", List.of(Map.of("name", "http-api", "networkType", "HOST")));
    definition.put(
        "readinessChecks",
        List.of(Map.of("name", "ready", "intervalSeconds", 1, "preserveLastResponse", true)));

    until(deploy("unready", definition), key(), saying("become ready"));
    assertThat(shown(id("unready"), g -> !g.instances().isEmpty()).up()).isZero();
  }

  @Test
  void failsACrashLoopWithTheLastFailure() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put(
        "labels",
        Map.of(
            "SIM_FAIL", "true", "SIM_STAGE_SECONDS", "0.1", "SIM_FAIL_MESSAGE", "exited with 42"));
    definition.put("backoffSeconds", 0);

    Progress.Failed failed = (Progress.Failed) drive(deploy("crash", definition), key());
    assertThat(failed.reason()).contains("keeps failing").contains("exited with 42");
    assertThat(failed.retryable()).isFalse();
    assertThat(failed.evidence()).containsKey("facts");
  }

  @Test
  void bearsAFewFailures() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("labels", Map.of("SIM_FAIL", "2", "SIM_STAGE_SECONDS", "0.1"));
    definition.put("backoffSeconds", 0);

    assertThat(drive(deploy("bears", definition), key())).isInstanceOf(Progress.Finished.class);
  }

  @Test
  void namesAnImageThatCannotBePulled() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("docker", Map.of("image", "shop/web:typo"));
    definition.put("backoffSeconds", 0);
    definition.put(
        "labels",
        Map.of(
            "SIM_FAIL",
            "true",
            "SIM_STAGE_SECONDS",
            "0.1",
            "SIM_FAIL_MESSAGE",
            "Failed to pull image: manifest unknown"));

    Progress.Failed failed = (Progress.Failed) drive(deploy("pull", definition), key());
    assertThat(failed.reason()).contains("shop/web:typo").contains("cannot be pulled");
  }

  @Test
  void givesUpWhenNoAgentFitsForLong() {
    restart(new DcosRig.HandClock());
    Map<String, Object> definition = new HashMap<>(definition(2));
    definition.put("labels", Map.of("SIM_NO_OFFERS", "true"));
    var deploy = deploy("huge", definition);
    String key = key();

    Progress.Working working = (Progress.Working) until(deploy, key, p -> placed(p));
    clock.advance(Duration.ofMinutes(6));
    Progress end = provider().carryOut(deploy, key, working.memory(), BY);
    assertThat(end).isInstanceOf(Progress.Failed.class);
    assertThat(((Progress.Failed) end).reason()).startsWith("No agent of dcos-east fits 2 of");
  }

  private static boolean placed(Progress progress) {
    return progress instanceof Progress.Working w && w.memory().containsKey("unplacedSince");
  }

  @Test
  void saysWhoHoldsTheLockAndDoesNotForce() {
    var id = deployed("locked", 1);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "true");
    provider().carryOut(new Resize(id, 2, false), key(), Map.of(), BY);

    for (var operation :
        List.of(new Resize(id, 3, false), new Disable(id, false), new Destroy(id, false))) {
      Progress.Working working =
          (Progress.Working) provider().carryOut(operation, key(), Map.of(), BY);
      assertThat(working.reason()).contains("locked by deployment").contains("ScaleApplication");
      assertThat(working.evidence()).containsKey("deployment");
    }
    assertThat(cluster.requestLog().find(null, "force=true")).isEmpty();
    assertThat(drive(new Destroy(id, true), key())).isInstanceOf(Progress.Finished.class);
  }

  @Test
  void goesOnWhenTheLockIsGone() {
    var id = deployed("freed", 1);
    cluster.turn("/demo/shop/" + id.name(), "SIM_STAGE_SECONDS", "1");
    provider().carryOut(new Resize(id, 2, false), key(), Map.of(), BY);
    var second = new Resize(id, 3, false);
    String key = key();
    Progress.Working waits = (Progress.Working) provider().carryOut(second, key, Map.of(), BY);
    assertThat(waits.reason()).contains("locked");

    assertThat(drive(second, key)).isInstanceOf(Progress.Finished.class);
  }

  @Test
  void failsWhenSomebodyElseChangesTheSizeMeanwhile() {
    var id = deployed("meddled", 1);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_RUNNING", "true");
    var resize = new Resize(id, 2, false);
    Progress.Working begun = (Progress.Working) provider().carryOut(resize, key(), Map.of(), BY);
    provider().carryOut(new Resize(id, 5, true), key(), Map.of(), BY);

    Progress end = provider().carryOut(resize, key(), begun.memory(), BY);
    assertThat(((Progress.Failed) end).reason()).contains("set to 5 instances by somebody else");
  }

  @Test
  void asksForASizeWhenNoneIsRemembered() {
    var id = deployed("forgotten", 0);

    Progress end = provider().carryOut(new Enable(id, null, false), key(), Map.of(), BY);
    assertThat(((Progress.Failed) end).reason()).contains("no remembered size");
  }

  @Test
  void tellsWhatMarathonRefuses() {
    Progress end =
        drive(deploy("refused", Map.of("cmd", "x", "cpus", 1, "desiredCapacity", 1)), key());

    assertThat(((Progress.Failed) end).reason()).contains("$.cmd").contains("two characters");
    assertThat(cluster.requestLog().find("POST", "/v2/apps$")).isEmpty();
  }

  @Test
  void passesOnWhatOnlyTheClusterCanKnow() {
    Map<String, Object> definition = new HashMap<>(definition(1));
    definition.put("role", "nobody");

    Progress.Failed end = (Progress.Failed) drive(deploy("role", definition), key());
    assertThat(end.reason()).contains("/role").contains("dcos-east");
    assertThat(end.retryable()).isFalse();
  }
}

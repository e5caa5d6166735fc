package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.SelfTest;
import dev.gennaker.cloud.SelfTest.Feature;
import dev.gennaker.cloud.SelfTest.Finding;
import dev.gennaker.cloud.SelfTest.Trial;
import dev.gennaker.simulator.Fault;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The self-test against a cluster that takes single permissions away. */
class SelfTestTests {

  private SimulatedCluster cluster;
  private DcosRig rig;

  @BeforeEach
  void start() throws IOException {
    cluster =
        SimulatedCluster.start(
            SimulatorSettings.defaults().withSecurity(Map.of("ada", "secret"), Map.of(), 3600));
    rig =
        new DcosRig(
            cluster,
            DcosRig.credentials("ada", "secret", null, null),
            DcosRig.timing(),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    rig.close();
    cluster.close();
  }

  private SelfTest selfTest() {
    return rig.provider.selfTest().orElseThrow();
  }

  private Finding tried(String use) {
    return selfTest().trials("dcos-east").stream()
        .filter(trial -> trial.account().equals("demo") && trial.use().equals(use))
        .findFirst()
        .orElseThrow()
        .attempt()
        .get();
  }

  @Test
  void findsEverythingGrantedToAUserWhoMayEverything() {
    List<Trial> trials = selfTest().trials("dcos-east");
    assertThat(trials).extracting(Trial::account).containsOnly("demo", "other");
    assertThat(trials)
        .allSatisfy(trial -> assertThat(trial.attempt().get()).isInstanceOf(Finding.Granted.class));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "Reach Marathon, dcos:adminrouter:service:marathon full",
    "Reach Marathon, dcos:service:marathon:marathon:admin:config read",
    "Follow what happens, dcos:service:marathon:marathon:admin:events read",
    "See what runs below /demo, dcos:service:marathon:marathon:services:/demo read",
    "See what runs below /demo, dcos:adminrouter:service:marathon full",
    "Deploy below /demo, dcos:service:marathon:marathon:services:/demo create",
    "Run jobs, dcos:adminrouter:service:metronome full",
    "Find tasks and their exit codes, dcos:adminrouter:ops:mesos full",
    "Read logs and files, dcos:adminrouter:ops:slave full",
  })
  void namesTheMissingPermission(String use, String permission) {
    cluster.deny("ada", Set.of(permission));

    assertThat(tried(use))
        .isInstanceOfSatisfying(
            Finding.Missing.class,
            missing -> {
              assertThat(missing.permissions()).containsExactly(permission);
              assertThat(missing.remedy())
                  .isEqualTo("dcos security org users grant ada " + permission);
            });
  }

  @Test
  void deniesNothingElse() {
    cluster.deny("ada", Set.of("dcos:service:marathon:marathon:services:/demo create"));

    assertThat(selfTest().trials("dcos-east"))
        .filteredOn(trial -> trial.attempt().get() instanceof Finding.Missing)
        .extracting(trial -> trial.account() + " " + trial.use())
        .containsExactly("demo Deploy below /demo");
  }

  @Test
  void changesNothing() {
    selfTest().trials("dcos-east").forEach(trial -> trial.attempt().get());

    assertThat(cluster.requestLog().find("PUT", "dryRun=true")).isNotEmpty();
    assertThat(cluster.requestLog().find("POST", "/service/")).isEmpty();
    assertThat(cluster.requestLog().find("GET", "/v2/groups.*self-test")).isEmpty();
  }

  @Test
  void saysThatAPasswordIsNotAccepted() {
    cluster.revokeTokens();
    try (DcosRig wrong =
        new DcosRig(
            cluster,
            DcosRig.credentials("ada", "wrong", null, null),
            DcosRig.timing(),
            Clock.systemUTC())) {
      Finding finding =
          wrong.provider.selfTest().orElseThrow().trials("dcos-east").getFirst().attempt().get();
      assertThat(finding)
          .isInstanceOfSatisfying(
              Finding.Missing.class,
              missing ->
                  assertThat(missing.why()).contains("not accepted").doesNotContain("wrong"));
    }
  }

  @Test
  void cannotTellWhereTheClusterFails() {
    cluster.fault(new Fault("GET", "/mesos/version", 2, 503, false));

    assertThat(tried("Find tasks and their exit codes"))
        .isInstanceOfSatisfying(
            Finding.Unclear.class, unclear -> assertThat(unclear.why()).contains("503"));
  }

  @Test
  void tellsVersionsAndFeatures() {
    assertThat(selfTest().features("dcos-east"))
        .extracting(Feature::name, Feature::value)
        .contains(
            org.assertj.core.groups.Tuple.tuple("DC/OS", "2.2.9 enterprise"),
            org.assertj.core.groups.Tuple.tuple("Security mode", "permissive"),
            org.assertj.core.groups.Tuple.tuple("Secrets", "yes"),
            org.assertj.core.groups.Tuple.tuple("Pods", "yes"));
  }

  @Test
  void tellsWhatAnOldClusterLacks() throws IOException {
    try (SimulatedCluster old =
            SimulatedCluster.start(
                SimulatorSettings.defaults().following("1.6").withFeatures(Set.of()));
        DcosRig other = new DcosRig(old, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC())) {
      assertThat(other.provider.selfTest().orElseThrow().features("dcos-east"))
          .filteredOn(feature -> !feature.has())
          .extracting(Feature::name)
          .contains("Secrets", "GPUs in Marathon", "Light event stream");
    }
  }

  @Test
  void knowsNoTrialsElsewhere() {
    assertThat(selfTest().trials("nowhere")).isEmpty();
    assertThat(selfTest().features("nowhere")).isEmpty();
  }
}

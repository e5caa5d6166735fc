package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Operation.Destroy;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with every kind of credentials. */
class CredentialsTests {

  private static final ServerGroupId GONE = new ServerGroupId("demo", "dcos-east", "web-v000");

  private SimulatedCluster cluster;
  private DcosRig rig;

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
    cluster.close();
  }

  private void start(CredentialsEntry credentials, Map<String, String> keys) throws IOException {
    cluster =
        SimulatedCluster.start(
            SimulatorSettings.defaults().withSecurity(Map.of("ada", "secret"), keys, 3600));
    rig = new DcosRig(cluster, credentials, DcosRig.timing(), Clock.systemUTC());
  }

  private void live() {
    await()
        .until(
            () ->
                rig.provider.inventory().locations().getFirst().freshness()
                    instanceof Freshness.Live);
  }

  private Progress destroy() {
    return rig.provider.carryOut(
        new Destroy(GONE, false), "01KEY", Map.of(), new OnBehalf("ada", "shop", ""));
  }

  private int logins() {
    return cluster.requestLog().find("POST", "/auth/login").size();
  }

  @Test
  void signsInWithAPassword() throws IOException {
    start(DcosRig.credentials("ada", "secret", null, null), Map.of());

    live();
    assertThat(destroy()).isInstanceOf(Progress.Finished.class);
  }

  @Test
  void signsInWithAServiceKey() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String key = pem("PRIVATE KEY", pair.getPrivate());
    start(
        DcosRig.credentials("robot", null, null, key),
        Map.of("robot", pem("PUBLIC KEY", pair.getPublic())));

    live();
    String body = cluster.requestLog().find("POST", "/auth/login").getFirst().body();
    String claims = new String(Base64.getUrlDecoder().decode(body.split("\\.")[1]));
    assertThat(claims).contains("\"exp\":");
  }

  private static String pem(String kind, Key key) {
    String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind);
  }

  @Test
  void signsInOnceForManyCallsAtOnce() throws Exception {
    start(DcosRig.credentials("ada", "secret", null, null), Map.of());
    live();
    int before = logins();
    cluster.revokeTokens();
    List<Future<Progress>> calls = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        calls.add(threads.submit(this::destroy));
      }
    }

    for (Future<Progress> call : calls) {
      assertThat(call.get()).isInstanceOf(Progress.Finished.class);
    }
    // One for this account; the other one reads the inventory or sleeps.
    assertThat(logins() - before).isBetween(1, 2);
  }

  @Test
  void saysThatCredentialsAreRefusedAndShowsNoSecret() throws IOException {
    start(DcosRig.credentials("ada", "wrong-secret", null, null), Map.of());

    Progress.Failed failed = (Progress.Failed) destroy();
    assertThat(failed.reason()).contains("dcos-east").contains("ada").contains("not accepted");
    assertThat(failed.reason()).doesNotContain("wrong-secret");
    await()
        .until(
            () ->
                rig.provider.inventory().locations().getFirst().freshness()
                    instanceof Freshness.Stale);
  }

  @Test
  void doesNotRetryAStaticTokenThatIsRefused() throws IOException {
    start(DcosRig.credentials(null, null, "made-elsewhere", null), Map.of());

    assertThat(destroy()).isInstanceOf(Progress.Failed.class);
    assertThat(logins()).isZero();
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Login, tokens, faults on the way, and the record of every call. */
class AdminRouterTests {

  private static final String LOGIN = "/acs/api/v1/auth/login";

  private static SimulatedCluster secured(Map<String, String> keys, Clock clock)
      throws IOException {
    SimulatorSettings base =
        SimulatorSettings.defaults().withSecurity(Map.of("me", "pw"), keys, 60);
    return SimulatedCluster.start(base.standingStill(clock));
  }

  private static MarathonCalls bare(SimulatedCluster cluster) {
    return new MarathonCalls(cluster.baseUrl());
  }

  @Test
  void asksForATokenEverywhereButAtTheLogin() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(StillCluster.START);
    Clock clock = InstantSource.offset(now::get, java.time.Duration.ZERO).withZone(ZoneOffset.UTC);
    try (SimulatedCluster cluster = secured(Map.of(), clock)) {
      var refused = bare(cluster).get("/service/marathon/v2/apps").expect(401);
      assertThat(refused.header("WWW-Authenticate")).isEqualTo("acsjwt");
      bare(cluster).get("/v2/apps").expect(401);
      bare(cluster).post(LOGIN, "{\"uid\":\"me\",\"password\":\"no\"}").expect(401);
      bare(cluster).post(LOGIN, "{\"uid\":\"me\"}").expect(400);
      bare(cluster).post(LOGIN, "{").expect(400);
      String token = login(cluster, "{\"uid\":\"me\",\"password\":\"pw\"}");
      MarathonCalls me = new MarathonCalls(cluster.baseUrl(), token);
      me.get("/service/marathon/v2/apps").expect(200);
      new MarathonCalls(cluster.baseUrl(), token + "x").get("/v2/apps").expect(401);
      now.set(now.get().plusSeconds(61));
      me.get("/service/marathon/v2/apps").expect(401);
      MarathonCalls again =
          new MarathonCalls(
              cluster.baseUrl(), login(cluster, "{\"uid\":\"me\",\"password\":\"pw\"}"));
      again.get("/v2/apps").expect(200);
      cluster.revokeTokens();
      again.get("/v2/apps").expect(401);
    }
  }

  private static String login(SimulatedCluster cluster, String body) {
    return bare(cluster).post(LOGIN, body).expect(200).at("/token").asString();
  }

  @Test
  void letsServiceAccountsInThatSignWithTheirKey() throws Exception {
    KeyPair mine = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(mine.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    Clock clock = Clock.fixed(StillCluster.START, ZoneOffset.UTC);
    try (SimulatedCluster cluster = secured(Map.of("bot", pem), clock)) {
      long soon = StillCluster.START.getEpochSecond() + 30;
      login(cluster, service("bot", sign(mine, "{\"uid\":\"bot\",\"exp\":" + soon + "}")));
      for (String bad :
          new String[] {
            sign(other, "{\"uid\":\"bot\"}"),
            sign(mine, "{\"uid\":\"somebody\"}"),
            sign(mine, "{\"uid\":\"bot\",\"exp\":" + (soon - 60) + "}"),
            "nonsense"
          }) {
        bare(cluster).post(LOGIN, service("bot", bad)).expect(401);
      }
    }
  }

  private static String service(String uid, String token) {
    return "{\"uid\":\"" + uid + "\",\"token\":\"" + token + "\"}";
  }

  private static String sign(KeyPair keys, String claims) throws Exception {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String text =
        encoder.encodeToString(
                "{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return text + "." + encoder.encodeToString(signature.sign());
  }

  @Test
  void recordsEveryCallAndWhatBecameOfIt() {
    try (StillCluster still = StillCluster.start()) {
      String body = "{\"id\":\"/a\",\"cmd\":\"sleep 1\"}";
      still.marathon.post("/v2/apps?force=true", body).expect(201);
      still.marathon.get("/v2/apps/a").expect(200);
      assertThat(still.cluster.requestLog().find("POST", "/v2/apps"))
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.path()).isEqualTo("/service/marathon/v2/apps?force=true");
                assertThat(e.body()).isEqualTo(body);
                assertThat(e.sha256()).hasSize(64);
                assertThat(e.status()).isEqualTo(201);
              });
      JsonNode log = bare(still.cluster).get("/simulator/requests?path=/v2/apps/a").at("");
      assertThat(log).hasSize(1);
      bare(still.cluster).delete("/simulator/requests").expect(204);
      assertThat(still.cluster.requestLog().entries()).isEmpty();
    }
  }

  @Test
  void letsCallsGoWrong() {
    try (StillCluster still = StillCluster.start()) {
      still.cluster.fault(Fault.burst(503, 2));
      still.marathon.get("/v2/apps").expect(503);
      still.marathon.get("/v2/apps").expect(503);
      still.marathon.get("/v2/apps").expect(200);
      still.cluster.fault(new Fault("PUT", "/v2/apps/x", 1, 0, false));
      assertThatThrownBy(() -> still.marathon.put("/v2/apps/x", "{\"cmd\":\"sleep 1\"}"))
          .isInstanceOf(UncheckedIOException.class);
      still.marathon.get("/v2/apps/x").expect(404);
    }
  }

  @Test
  void losesTheAnswerOfACallThatWasCarriedOut() {
    try (StillCluster still = StillCluster.start()) {
      still.cluster.fault(Fault.lostAnswer("POST", "/v2/apps$"));
      assertThatThrownBy(
              () -> still.marathon.post("/v2/apps", "{\"id\":\"/a\",\"cmd\":\"sleep 1\"}"))
          .isInstanceOf(UncheckedIOException.class);
      still.marathon.get("/v2/apps/a").expect(200);
      assertThat(still.cluster.requestLog().find("POST", "/v2/apps").getFirst().status()).isZero();
    }
  }
}

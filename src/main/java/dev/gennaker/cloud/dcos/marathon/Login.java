package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.dcos.settings.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds one account's token for one cluster. Many threads may ask at once: only one of them signs
 * in, the others wait for it. A token is renewed when a tenth of its life is left.
 */
final class Login {

  private static final Duration SIGNATURE_LIFE = Duration.ofSeconds(60);

  private final Credentials credentials;
  private final Clock clock;
  private final Function<ObjectNode, String> signIn;
  private @Nullable String token;
  private @Nullable Instant renewAt;

  /**
   * @param signIn posts a login body to the cluster and returns the token of the answer
   */
  Login(Credentials credentials, Clock clock, Function<ObjectNode, String> signIn) {
    this.credentials = credentials;
    this.clock = clock;
    this.signIn = signIn;
  }

  /** The token to send; null when the cluster asks for none. */
  @Nullable String token() {
    return switch (credentials) {
      case Credentials.None _ -> null;
      case Credentials.Token fixed -> fixed.token();
      case Credentials.Password user ->
          current(() -> body(user.uid()).put("password", user.password()));
      case Credentials.ServiceKey service ->
          current(() -> body(service.uid()).put("token", signed(service)));
    };
  }

  /**
   * Says that a token was refused.
   *
   * @return whether there may be a better one
   */
  synchronized boolean refused(@Nullable String refused) {
    boolean renewable =
        credentials instanceof Credentials.Password
            || credentials instanceof Credentials.ServiceKey;
    // Another thread may have renewed it meanwhile; then the newer one is good.
    if (renewable && refused != null && refused.equals(token)) {
      token = null;
    }
    return renewable && refused != null;
  }

  private synchronized String current(java.util.function.Supplier<ObjectNode> body) {
    String held = token;
    if (held == null || (renewAt != null && !clock.instant().isBefore(renewAt))) {
      held = signIn.apply(body.get());
      token = held;
      renewAt = renewal(held);
    }
    return held;
  }

  /** Null for a token that does not say when it ends. */
  private @Nullable Instant renewal(String fresh) {
    String[] parts = fresh.split("\\.");
    if (parts.length != 3) {
      return null;
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      long exp = JsonMapper.shared().readTree(claims).path("exp").asLong(0);
      Instant now = clock.instant();
      Duration life = Duration.between(now, Instant.ofEpochSecond(exp));
      return life.isPositive() ? now.plus(life.multipliedBy(9).dividedBy(10)) : null;
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  private static ObjectNode body(String uid) {
    return JsonMapper.shared().createObjectNode().put("uid", uid);
  }

  /** A login token that is good for a minute, so that a leaked one is worthless. */
  private String signed(Credentials.ServiceKey service) {
    ObjectNode claims = body(service.uid());
    claims.put("exp", clock.instant().plus(SIGNATURE_LIFE).getEpochSecond());
    String signable = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims.toString());
    try {
      java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
      signature.initSign(service.key());
      signature.update(signable.getBytes(StandardCharsets.US_ASCII));
      return signable + "." + encoded(signature.sign());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("The service key of " + service.uid() + " cannot sign", e);
    }
  }

  private static String part(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

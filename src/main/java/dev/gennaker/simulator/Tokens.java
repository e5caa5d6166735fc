package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The login of DC/OS: passwords and service accounts in, tokens out. */
final class Tokens {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final Clock clock;
  private final long seconds;
  private final Map<String, String> passwords;
  private final Map<String, String> publicKeys;
  private volatile byte[] secret = newSecret();

  Tokens(SimulatorSettings settings) {
    this.clock = settings.clock();
    this.seconds = settings.tokenSeconds();
    this.passwords = new ConcurrentHashMap<>(settings.users());
    this.publicKeys = new ConcurrentHashMap<>(settings.serviceAccounts());
  }

  private static byte[] newSecret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  void user(String uid, String password) {
    passwords.put(uid, password);
  }

  void serviceAccount(String uid, String publicKey) {
    publicKeys.put(uid, publicKey);
  }

  /** No token given out before is good any more. */
  void revoke() {
    secret = newSecret();
  }

  /** POST /acs/api/v1/auth/login. */
  Answer login(byte[] body) {
    JsonNode sent;
    try {
      sent = Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return refused(400, "Bad Request", "Request has no valid JSON body", "ERR_INVALID_DATA");
    }
    String uid = text(sent, "uid");
    String password = text(sent, "password");
    String token = text(sent, "token");
    if (uid == null || (password == null && token == null)) {
      return refused(
          400, "Bad Request", "uid and password or token are required", "ERR_INVALID_DATA");
    }
    boolean known =
        password != null
            ? password.equals(passwords.get(uid))
            : token != null && signedBy(uid, token);
    if (!known) {
      return refused(401, "Unauthorized", "Login failed", "ERR_INVALID_CREDENTIALS");
    }
    return Answer.json(200, Json.object().put("token", issue(uid)));
  }

  private static Answer refused(int status, String title, String description, String code) {
    return Answer.json(
        status,
        Json.object().put("title", title).put("description", description).put("code", code));
  }

  private String issue(String uid) {
    long exp = clock.instant().getEpochSecond() + seconds;
    String claims = encode(Json.object().put("uid", uid).put("exp", exp).toString());
    String signed = HEADER + "." + claims;
    return signed + "." + ENCODER.encodeToString(mac(signed));
  }

  /** True for "token=..." with a token of ours that has not run out. */
  boolean accepts(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("token=")) {
      return false;
    }
    String[] parts = authorization.substring(6).trim().split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      byte[] given = Base64.getUrlDecoder().decode(parts[2]);
      return MessageDigest.isEqual(given, mac(parts[0] + "." + parts[1])) && !expired(parts[1]);
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  /** Whose token it is; anonymous for none and for one that is not of ours. */
  String uid(@Nullable String authorization) {
    if (authorization == null || !accepts(authorization)) {
      return "anonymous";
    }
    String uid = text(decode(authorization.substring(6).trim().split("\\.")[1]), "uid");
    return uid == null ? "" : uid;
  }

  private boolean expired(String claims) {
    JsonNode exp = decode(claims).get("exp");
    return exp != null && exp.asLong(0) <= clock.instant().getEpochSecond();
  }

  private boolean signedBy(String uid, String token) {
    String pem = publicKeys.get(uid);
    String[] parts = token.split("\\.");
    if (pem == null || parts.length != 3) {
      return false;
    }
    try {
      byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").trim());
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && "RS256".equals(text(decode(parts[0]), "alg"))
          && uid.equals(text(decode(parts[1]), "uid"))
          && !expired(parts[1]);
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode decode(String part) {
    return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value != null && value.isString() ? value.asString() : null;
  }
}

package dev.gennaker.cloud.dcos.settings;

import static dev.gennaker.cloud.dcos.settings.Settings.given;

import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what an account says about a cluster into {@link Credentials}. */
final class Keys {

  // SEQUENCE { INTEGER 0, SEQUENCE { OID rsaEncryption, NULL }, OCTET STRING: what PKCS#8 puts
  // around PKCS#1.
  private static final byte[] RSA_HEADER = {
    2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0
  };

  private Keys() {}

  static Credentials credentials(CredentialsEntry entry, String at) {
    String uid = given(entry.uid());
    String password = given(entry.password());
    String token = given(entry.token());
    String keyData = given(entry.serviceKeyData());
    String keyFile = given(entry.serviceKeyFile());
    if (Stream.of(password, token, keyData, keyFile).filter(Objects::nonNull).count() > 1) {
      throw new Mistake(
          at
              + ": give only one of password, token, serviceKeyData and serviceKeyFile for cluster '"
              + entry.name()
              + "'.");
    }
    if (token != null) {
      return new Credentials.Token(token);
    }
    if (password != null && uid == null) {
      throw new Mistake(at + ".uid: missing; a password needs the user it belongs to.");
    }
    if (password != null && uid != null) {
      return new Credentials.Password(uid, password);
    }
    if (keyData != null || keyFile != null) {
      String text = keyData == null ? contents(String.valueOf(keyFile), at) : keyData;
      return serviceKey(uid == null ? "" : uid, text, at);
    }
    if (uid != null) {
      throw new Mistake(
          at + ": uid '" + uid + "' needs a password, serviceKeyData or serviceKeyFile.");
    }
    return new Credentials.None();
  }

  private static String contents(String file, String at) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | RuntimeException e) {
      throw new Mistake(at + ".serviceKeyFile: '" + file + "' cannot be read.");
    }
  }

  /** A PEM text, or DC/OS's own JSON with {@code uid} and {@code private_key}. */
  private static Credentials serviceKey(String uid, String text, String at) {
    if (text.strip().startsWith("{")) {
      JsonNode json = json(text, at);
      String inside = json.path("uid").asString("");
      return serviceKey(
          uid.isEmpty() ? inside : uid, json.path("private_key").asString("no key"), at);
    }
    if (uid.isEmpty()) {
      throw new Mistake(at + ".uid: missing; a service key needs the account it belongs to.");
    }
    PrivateKey key = key(text);
    if (key == null) {
      throw new Mistake(
          at + ": the service key of '" + uid + "' is no PEM text of a private RSA key.");
    }
    return new Credentials.ServiceKey(uid, key);
  }

  private static JsonNode json(String text, String at) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new Mistake(at + ": the service account's JSON cannot be read.");
    }
  }

  private static @Nullable PrivateKey key(String pem) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      byte[] pkcs8 = pem.contains("BEGIN RSA PRIVATE KEY") ? wrapped(der) : der;
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] wrapped(byte[] pkcs1) {
    ByteBuffer out = ByteBuffer.allocate(pkcs1.length + RSA_HEADER.length + 8);
    out.put((byte) 48).put((byte) 130).putShort((short) (pkcs1.length + RSA_HEADER.length + 4));
    out.put(RSA_HEADER);
    out.put((byte) 4).put((byte) 130).putShort((short) pkcs1.length).put(pkcs1);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }
}

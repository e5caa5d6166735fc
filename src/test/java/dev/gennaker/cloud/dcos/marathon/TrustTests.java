package dev.gennaker.cloud.dcos.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import dev.gennaker.cloud.dcos.settings.Settings;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** Whose certificates are accepted. */
class TrustTests {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** A server with a certificate of its own for that host. */
  private KeyStore start(String host) throws Exception {
    Path file = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-ext",
                "bc:c",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] answer = "{\"version\": \"1.11.26\"}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/service/marathon/v2/info",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return store;
  }

  private String version(@Nullable String data, @Nullable String file, boolean skip) {
    String url = "https://localhost:" + server.getAddress().getPort();
    Timing timing = Binder.get(new MockEnvironment()).bindOrCreate("none", Timing.class);
    Settings settings =
        Settings.of(
            new DcosProperties(
                List.of(
                    new ClusterEntry(
                        "east",
                        url,
                        data,
                        file,
                        skip,
                        "/service/marathon",
                        "/service/metronome",
                        "http://{host}:{port}")),
                List.of(
                    new AccountEntry(
                        "demo",
                        "",
                        List.of(new CredentialsEntry("east", null, null, null, null, null)))),
                timing));
    assertThat(settings.mistakes()).isEmpty();
    try (Connections connections = new Connections(settings, Clock.systemUTC())) {
      return connections.of("demo", "east").orElseThrow().version();
    }
  }

  private static String base64(KeyStore store) throws Exception {
    return Base64.getMimeEncoder().encodeToString(store.getCertificate("a").getEncoded());
  }

  @Test
  void acceptsTheConfiguredAuthority() throws Exception {
    KeyStore store = start("localhost");
    Path file =
        Files.writeString(
            folder.resolve("ca.pem"),
            "-----BEGIN CERTIFICATE-----\n" + base64(store) + "\n-----END CERTIFICATE-----\n");

    assertThat(version(null, file.toString(), false)).isEqualTo("Marathon 1.11.26");
    assertThat(version(base64(store), null, false)).isEqualTo("Marathon 1.11.26");
  }

  @Test
  void refusesAnybodyElse() throws Exception {
    start("localhost");

    assertThatThrownBy(() -> version(null, null, false))
        .isInstanceOf(DcosFault.class)
        .hasMessageContaining("no answer")
        .hasMessageContaining("certificat");
  }

  @Test
  void refusesTheRightAuthorityForAnotherHost() throws Exception {
    KeyStore store = start("elsewhere.example.com");

    assertThatThrownBy(() -> version(base64(store), null, false)).isInstanceOf(DcosFault.class);
  }

  @Test
  void acceptsEverythingWhenTold() throws Exception {
    start("elsewhere.example.com");

    assertThat(version(null, null, true)).isEqualTo("Marathon 1.11.26");
  }
}

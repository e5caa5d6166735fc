package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.dcos.inventory.DcosInventory;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.Settings;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind TLS with a certificate nobody knows. */
class TlsTests {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private SimulatedCluster cluster;
  private HttpsServer front;
  private Path certificate;

  @BeforeEach
  void start() throws Exception {
    cluster = SimulatedCluster.start(SimulatorSettings.defaults());
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "front",
            "-keyalg",
            "EC",
            "-dname",
            "CN=front",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    certificate = folder.resolve("ca.pem");
    Files.writeString(certificate, pem(keys.getCertificate("front")));
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setHttpsConfigurator(new HttpsConfigurator(tls));
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/", this::forward);
    front.start();
  }

  private static String pem(Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()));
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient();
        exchange) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(cluster.baseUrl() + "" + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
              .build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      try (InputStream in = answer.body();
          OutputStream out = exchange.getResponseBody()) {
        byte[] some = new byte[8192];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          out.write(some, 0, read);
          out.flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    front.stop(0);
    cluster.close();
  }

  private void is(
      @Nullable String data, @Nullable String file, boolean skip, Predicate<Freshness> how) {
    Settings settings =
        Settings.of(
            new DcosProperties(
                List.of(
                    new ClusterEntry(
                        "dcos-east",
                        "https://127.0.0.1:" + front.getAddress().getPort(),
                        data,
                        file,
                        skip,
                        "/service/marathon",
                        "/service/metronome",
                        "http://{host}:{port}")),
                List.of(new AccountEntry("demo", "test", List.of(DcosRig.NOBODY))),
                DcosRig.timing()));
    assertThat(settings.mistakes()).isEmpty();
    try (Connections connections = new Connections(settings, Clock.systemUTC())) {
      DcosInventory inventory =
          new DcosInventory(settings, connections, Clock.systemUTC(), event -> {});
      inventory.start();
      try {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> inventory.locations().getFirst().freshness(), how);
      } finally {
        inventory.stop();
      }
    }
  }

  @Test
  void trustsTheAuthorityItIsTold() throws IOException {
    is(null, certificate.toString(), false, Freshness.Live.class::isInstance);
    is(Files.readString(certificate), null, false, Freshness.Live.class::isInstance);
  }

  @Test
  void trustsAnyWhenToldNotToVerify() {
    is(null, null, true, Freshness.Live.class::isInstance);
  }

  @Test
  void saysThatItKnowsNoSuchCertificateOtherwise() {
    is(
        null,
        null,
        false,
        freshness ->
            freshness instanceof Freshness.Stale stale && stale.reason().contains("certificat"));
  }
}

package dev.gennaker.cloud.dcos.settings;

import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates a cluster's connections accept. */
final class Trust {

  private Trust() {}

  /** Null for the JDK's own trust. */
  static @Nullable SSLContext of(ClusterEntry entry, String at) {
    if (entry.insecureSkipTlsVerify()) {
      return context(new Anybody());
    }
    String data = Settings.given(entry.caCertData());
    String file = Settings.given(entry.caCertFile());
    if (data != null && file != null) {
      throw new Mistake(at + ": give only one of caCertData and caCertFile.");
    }
    if (data != null) {
      return context(managers(bytes(data), at + ".caCertData"));
    }
    if (file != null) {
      try {
        return context(managers(Files.readAllBytes(Path.of(file)), at + ".caCertFile"));
      } catch (IOException | java.nio.file.InvalidPathException e) {
        throw new Mistake(at + ".caCertFile: '" + file + "' cannot be read.");
      }
    }
    return null;
  }

  private static byte[] bytes(String data) {
    if (data.contains("-----BEGIN")) {
      return data.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getMimeDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      return data.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static TrustManager[] managers(byte[] certificates, String at) {
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(certificates));
      if (all.isEmpty()) {
        throw new Mistake(at + ": holds no certificate.");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : all) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new Mistake(at + ": holds no readable X.509 certificate.");
    }
  }

  private static SSLContext context(TrustManager... managers) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks TLS", e);
    }
  }

  /** Being an extended manager also switches off the check of the host's name. */
  private static final class Anybody extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

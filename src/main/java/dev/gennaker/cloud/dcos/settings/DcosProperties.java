package dev.gennaker.cloud.dcos.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gennaker.dcos} as written; {@link Settings} is what it means.
 *
 * @param clusters the catalogue of clusters, independent of accounts
 * @param accounts who may deploy where, with which credentials
 * @param timing time-outs and intervals, all with good defaults
 */
@ConfigurationProperties("gennaker.dcos")
public record DcosProperties(
    @DefaultValue List<ClusterEntry> clusters,
    @DefaultValue List<AccountEntry> accounts,
    @DefaultValue Timing timing) {

  /**
   * One Admin Router.
   *
   * @param name prefix of its regions
   * @param dcosUrl base URL of the Admin Router, or of a bare Marathon
   * @param caCertData CA certificates, PEM or the Base64 text between PEM's marker lines
   * @param caCertFile path of a PEM file with CA certificates
   * @param insecureSkipTlsVerify accepts any certificate for any host
   * @param marathonPath where Marathon is below the URL; empty for a bare Marathon
   * @param metronomePath where Metronome is below the URL; empty for a bare one
   * @param balancerUrl where the HAProxy of a marathon-lb is asked for its statistics; {@code
   *     {host}} is its agent, {@code {port}} its first port
   */
  public record ClusterEntry(
      @Nullable String name,
      @Nullable String dcosUrl,
      @Nullable String caCertData,
      @Nullable String caCertFile,
      @DefaultValue("false") boolean insecureSkipTlsVerify,
      @DefaultValue("/service/marathon") String marathonPath,
      @DefaultValue("/service/metronome") String metronomePath,
      @DefaultValue("http://{host}:{port}") String balancerUrl) {}

  /** A named right to deploy: the first element of every app id it creates. */
  public record AccountEntry(
      @Nullable String name,
      @DefaultValue("") String environment,
      @DefaultValue List<CredentialsEntry> clusters) {}

  /**
   * An account's credentials on one cluster; none at all means a cluster that asks for none.
   *
   * @param name of the cluster
   * @param serviceKeyData PEM text of a private RSA key, or DC/OS's service-account JSON
   */
  public record CredentialsEntry(
      @Nullable String name,
      @Nullable String uid,
      @Nullable String password,
      @Nullable String token,
      @Nullable String serviceKeyData,
      @Nullable String serviceKeyFile) {

    @Override
    public String toString() {
      return "CredentialsEntry[name=" + name + ", uid=" + uid + "]";
    }
  }
}

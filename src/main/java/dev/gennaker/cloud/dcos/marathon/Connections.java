package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.dcos.settings.AccountSettings;
import dev.gennaker.cloud.dcos.settings.ClusterSettings;
import dev.gennaker.cloud.dcos.settings.Credentials;
import dev.gennaker.cloud.dcos.settings.Settings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One {@link Marathon} and {@link Metronome} per account and cluster; those of a cluster share its
 * HTTP connections.
 */
public final class Connections implements AutoCloseable {

  private final Map<String, HttpClient> clients = new LinkedHashMap<>();
  private final Map<String, Marathon> readers = new LinkedHashMap<>();
  private final Map<String, Mesos> masters = new LinkedHashMap<>();
  private final Map<Key, Marathon> marathons = new LinkedHashMap<>();

  private final Map<Key, Metronome> metronomes = new LinkedHashMap<>();
  private final Map<Key, Probe> probes = new LinkedHashMap<>();

  private final Map<String, ClusterSettings> settings;

  private record Key(String account, String cluster) {}

  public Connections(Settings settings, Clock clock) {
    this.settings = settings.clusters();
    for (ClusterSettings cluster : settings.clusters().values()) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .connectTimeout(settings.timing().connect());
      if (cluster.tls() != null) {
        builder.sslContext(cluster.tls());
      }
      clients.put(cluster.name(), builder.build());
    }
    for (AccountSettings account : settings.accounts()) {
      for (Map.Entry<String, Credentials> one : account.clusters().entrySet()) {
        ClusterSettings cluster = settings.clusters().get(one.getKey());
        HttpClient http = clients.get(one.getKey());
        if (cluster == null || http == null) {
          continue;
        }
        AdminRouter router =
            new AdminRouter(cluster, one.getValue(), http, settings.timing(), clock);
        Marathon marathon =
            new Marathon(router, cluster.marathonPath(), settings.timing().answer());
        Key key = new Key(account.name(), cluster.name());
        marathons.put(key, marathon);
        metronomes.put(key, new Metronome(router, cluster.metronomePath()));
        probes.put(
            key,
            new Probe(
                router,
                cluster.marathonPath(),
                cluster.metronomePath(),
                settings.timing().answer()));
        readers.putIfAbsent(cluster.name(), marathon);
        masters.putIfAbsent(cluster.name(), new Mesos(router));
      }
    }
  }

  /** With the credentials of that account; empty when it has none there. */
  public Optional<Marathon> of(String account, String cluster) {
    return Optional.ofNullable(marathons.get(new Key(account, cluster)));
  }

  /** The same for jobs. */
  public Optional<Metronome> jobsOf(String account, String cluster) {
    return Optional.ofNullable(metronomes.get(new Key(account, cluster)));
  }

  /** The same to find out what they may do. */
  public Optional<Probe> probeOf(String account, String cluster) {
    return Optional.ofNullable(probes.get(new Key(account, cluster)));
  }

  /** By cluster, with the credentials of the first account that may use it. */
  public Map<String, Marathon> readers() {
    return java.util.Collections.unmodifiableMap(readers);
  }

  /** Mesos of a cluster, with the credentials of the first account that may use it. */
  public Optional<Mesos> mesosOf(String cluster) {
    return Optional.ofNullable(masters.get(cluster));
  }

  /** The HAProxy on an agent of a cluster; empty for an unknown cluster. */
  public Optional<Haproxy> haproxy(String cluster, String host, int port) {
    HttpClient http = clients.get(cluster);
    ClusterSettings known = settings.get(cluster);
    return http == null || known == null
        ? Optional.empty()
        : Optional.of(new Haproxy(known, http, host, port));
  }

  /** The accounts that may use a cluster, in the order configured. */
  public List<String> accountsOf(String cluster) {
    return marathons.keySet().stream()
        .filter(key -> key.cluster().equals(cluster))
        .map(Key::account)
        .toList();
  }

  /** Cuts every connection. */
  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
  }
}

package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.settings.ClusterSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One HAProxy of a marathon-lb, asked at its own port. */
public final class Haproxy {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ClusterSettings cluster;
  private final HttpClient http;
  private final String host;
  private final int port;

  Haproxy(ClusterSettings cluster, HttpClient http, String host, int port) {
    this.cluster = cluster;
    this.http = http;
    this.host = host;
    this.port = port;
  }

  /**
   * A server of a backend.
   *
   * @param status as HAProxy says it, e.g. {@code UP}, {@code MAINT}
   * @param sessions requests it works on
   * @param queued requests that wait for it
   */
  public record Server(String name, String status, int sessions, int queued) {

    public boolean up() {
      return status.startsWith("UP") || status.equals("no check");
    }

    /** It gets no new requests. */
    public boolean draining() {
      return status.startsWith("MAINT") || status.startsWith("DRAIN");
    }

    public boolean idle() {
      return sessions == 0 && queued == 0;
    }
  }

  public String host() {
    return host;
  }

  /** How many processes it has; more than two while former configurations still serve somebody. */
  public int processes() {
    String pids = get("/_haproxy_getpids").strip();
    return pids.isEmpty() ? 0 : pids.split("\\s+").length;
  }

  /** The servers of every backend, by its name. */
  public Map<String, List<Server>> backends() {
    String csv = get("/haproxy?stats;csv");
    List<String> lines = csv.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("#")) {
      throw fault(new Why.Broken(200, "no statistics"));
    }
    List<String> columns = List.of(lines.getFirst().replaceFirst("^#\\s*", "").split(","));
    Map<String, List<Server>> backends = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      String server = value(values, columns, "svname");
      String proxy = value(values, columns, "pxname");
      if (server.equals("BACKEND")) {
        backends.computeIfAbsent(proxy, name -> new ArrayList<>());
      } else if (!server.isEmpty() && !server.equals("FRONTEND")) {
        backends
            .computeIfAbsent(proxy, name -> new ArrayList<>())
            .add(
                new Server(
                    server,
                    value(values, columns, "status"),
                    number(value(values, columns, "scur")),
                    number(value(values, columns, "qcur"))));
      }
    }
    return backends;
  }

  private static String value(String[] values, List<String> columns, String column) {
    int at = columns.indexOf(column);
    return at < 0 || at >= values.length ? "" : values[at].strip();
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private String get(String path) {
    String base =
        cluster.balancerUrl().replace("{host}", host).replace("{port}", String.valueOf(port));
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      throw fault(new Why.Broken(answer.statusCode(), "no answer of HAProxy"));
    } catch (IOException | IllegalArgumentException e) {
      throw fault(new Why.Unreachable(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault(new Why.Unreachable("interrupted"));
    }
  }

  private DcosFault fault(Why why) {
    return new DcosFault(cluster.name(), "ask HAProxy on " + host, why);
  }
}

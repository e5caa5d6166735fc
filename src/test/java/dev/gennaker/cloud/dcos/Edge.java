package dev.gennaker.cloud.dcos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.balancer.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulated cluster lacks to serve real requests: a real server for every task of an app,
 * there as long as the task lives, and real HAProxies that are configured by the cluster's events
 * as marathon-lb does it.
 */
final class Edge implements AutoCloseable {

  private static final Set<String> GROUPS = Set.of("external");

  private final SimulatedCluster cluster;
  private final String apps;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, RealTask> tasks = new ConcurrentHashMap<>();
  private final List<RealHaproxy> haproxies = new ArrayList<>();
  private final HttpServer door;
  private volatile boolean deaf;

  /**
   * @param apps the beginning of the ids of the apps that get servers
   */
  Edge(SimulatedCluster cluster, String apps, int count, Path folder) {
    this.cluster = cluster;
    this.apps = apps;
    for (int i = 0; i < count; i++) {
      haproxies.add(new RealHaproxy(folder.resolve("haproxy-" + i + ".cfg")));
    }
    try {
      door = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    door.createContext("/", this::tell);
    door.setExecutor(task -> Thread.ofVirtual().start(task));
    door.start();
    haproxies.forEach(haproxy -> Awaitility.await().until(() -> haproxy.answers(http)));
    Thread.ofVirtual().name("edge").start(this::listen);
  }

  /** Where Gennaker asks HAProxies. */
  String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort() + "/{host}";
  }

  List<Integer> ports() {
    return haproxies.stream().map(RealHaproxy::port).toList();
  }

  /** It hears of nothing any more, as a marathon-lb that lost its event stream. */
  void deafen() {
    deaf = true;
  }

  RealTask task(String id) {
    return tasks.get(id);
  }

  private void listen() {
    HttpRequest events =
        HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + "/v2/events"))
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<Stream<String>> stream = http.send(events, BodyHandlers.ofLines());
      sync();
      stream.body().filter(line -> line.startsWith("event:")).forEach(line -> sync());
    } catch (IOException | UncheckedIOException e) {
      // the cluster is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void sync() {
    Set<String> running = running();
    tasks.forEach(
        (id, task) -> {
          if (!running.contains(id)) {
            tasks.remove(id);
            task.close();
          }
        });
    for (String id : running) {
      if (!tasks.containsKey(id)) {
        tasks.put(id, new RealTask(id));
        cluster.taskHealth(id, true);
      }
    }
    if (!deaf) {
      List<Backend> backends = cluster.balancers().backends(GROUPS);
      haproxies.forEach(haproxy -> haproxy.configure(backends, tasks, http));
    }
  }

  private Set<String> running() {
    try {
      String body =
          http.send(
                  HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + "/v2/tasks"))
                      .header("Accept", "application/json")
                      .build(),
                  BodyHandlers.ofString())
              .body();
      return JsonMapper.shared()
          .readTree(body)
          .path("tasks")
          .valueStream()
          .filter(task -> task.path("appId").asString("").startsWith(apps))
          .filter(task -> task.path("state").asString("").equals("TASK_RUNNING"))
          .map(task -> task.path("id").asString())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** The statistics are HAProxy's own; its processes are those of the machine. */
  private void tell(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    RealHaproxy haproxy = haproxies.get(hosts().indexOf(parts[0]));
    String answer = parts[1].equals("_haproxy_getpids") ? haproxy.pids() : haproxy.statistics(http);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private List<String> hosts() {
    return cluster
        .balancers()
        .overview()
        .valueStream()
        .map((JsonNode one) -> one.path("host").asString())
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    door.stop(0);
    haproxies.forEach(RealHaproxy::close);
    tasks.values().forEach(RealTask::close);
    http.shutdownNow();
  }
}

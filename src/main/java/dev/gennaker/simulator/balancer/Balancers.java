package dev.gennaker.simulator.balancer;

import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Marathon;
import dev.gennaker.simulator.marathon.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every marathon-lb that runs on the cluster. What HAProxy would serve at port 9090 of a host is
 * computed from the apps when somebody asks.
 */
public final class Balancers {

  private static final String HEAD =
      "# pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,wredis,status,weight,\n";

  private final Marathon marathon;
  private final Map<String, Knobs> knobs = new ConcurrentHashMap<>();

  /**
   * How the one on a host behaves.
   *
   * @param sessions connections that stay on every server that is to be drained
   * @param oldProcesses HAProxy processes of former configurations that still live
   * @param silent it does not answer
   * @param stale it has not heard of any app
   */
  public record Knobs(int sessions, int oldProcesses, boolean silent, boolean stale) {

    /** As it should be. */
    public static final Knobs GOOD = new Knobs(0, 0, false, false);
  }

  public Balancers(Marathon marathon) {
    this.marathon = marathon;
  }

  /** Turns the one on a host; on a host where none runs yet it will be like that. */
  public void turn(String host, Knobs to) {
    knobs.put(host, to);
  }

  /** What a marathon-lb with these groups would write, with {@code --health-check}. */
  public List<Backend> backends(Set<String> groups) {
    return Merge.of(apps(), groups, true);
  }

  /**
   * What is asked of the HAProxy on a host.
   *
   * @param path decoded, e.g. {@code /haproxy}
   */
  public Answer answer(String host, String path, @Nullable String query) {
    List<JsonNode> apps = apps();
    Knobs how = knobs.getOrDefault(host, Knobs.GOOD);
    JsonNode app = on(host, apps);
    if (app == null || how.silent()) {
      return Answer.text(
          503, "text/html", "<html><body><h1>503 Service Unavailable</h1></body></html>\n");
    }
    if (path.equals("/_haproxy_getpids")) {
      StringBuilder pids = new StringBuilder("42");
      for (int i = 0; i < how.oldProcesses(); i++) {
        pids.append(' ').append(17 + i);
      }
      return Answer.text(200, "text/plain", pids + "\n");
    }
    if (path.equals("/haproxy")
        && query != null
        && query.contains("stats")
        && query.contains("csv")) {
      return Answer.text(
          200, "text/plain", csv(how.stale() ? List.of() : backends(app, apps), how));
    }
    return Answer.text(404, "text/plain", "");
  }

  /** All of them, with what they would write. */
  public ArrayNode overview() {
    List<JsonNode> apps = apps();
    ArrayNode out = Json.array();
    for (JsonNode app : apps) {
      for (JsonNode task : balances(app) ? app.path("tasks") : Json.array()) {
        ObjectNode one = out.addObject();
        one.put("host", task.path("host").asString("")).put("app", app.path("id").asString());
        ArrayNode list = one.putArray("backends");
        backends(app, apps).forEach(backend -> list.add(json(backend)));
      }
    }
    return out;
  }

  private static ObjectNode json(Backend backend) {
    ObjectNode out = Json.object().put("name", backend.name()).put("port", backend.port());
    ArrayNode servers = out.putArray("servers");
    backend
        .servers()
        .forEach(
            server ->
                servers
                    .addObject()
                    .put("name", server.name())
                    .put("task", server.task())
                    .put("status", server.status()));
    return out;
  }

  private static String csv(List<Backend> backends, Knobs how) {
    StringBuilder csv = new StringBuilder(HEAD);
    for (Backend backend : backends) {
      line(csv, backend.name(), "FRONTEND", 0, "OPEN");
      for (Backend.Server server : backend.servers()) {
        line(
            csv,
            backend.name(),
            server.name(),
            server.draining() ? how.sessions() : 1,
            server.status());
      }
      line(csv, backend.name(), "BACKEND", 0, "UP");
    }
    return csv.toString();
  }

  private static void line(
      StringBuilder csv, String proxy, String server, int sessions, String status) {
    csv.append(
        "%s,%s,0,0,%d,1,,9,0,0,,0,,0,0,0,0,%s,1,\n".formatted(proxy, server, sessions, status));
  }

  private List<Backend> backends(JsonNode app, List<JsonNode> apps) {
    List<String> arguments = arguments(app);
    Set<String> groups = new HashSet<>();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("--group")) {
        groups.addAll(List.of(arguments.get(i + 1).split(",")));
      }
    }
    return Merge.of(apps, groups, arguments.contains("--health-check"));
  }

  private static boolean balances(JsonNode app) {
    return arguments(app).contains("sse") && arguments(app).contains("--group");
  }

  private static List<String> arguments(JsonNode app) {
    return app.path("args").valueStream().map(JsonNode::asString).toList();
  }

  private static @Nullable JsonNode on(String host, List<JsonNode> apps) {
    for (JsonNode app : apps) {
      if (balances(app)
          && app.path("tasks")
              .valueStream()
              .anyMatch(
                  task ->
                      task.path("host").asString("").equals(host)
                          && task.path("state").asString("").equals("TASK_RUNNING"))) {
        return app;
      }
    }
    return null;
  }

  private List<JsonNode> apps() {
    Answer answer =
        marathon.answer(
            new Request(
                "GET",
                "/v2/apps",
                Map.of("embed", List.of("apps.tasks")),
                "application/json",
                null,
                new byte[0],
                "127.0.0.1",
                ""));
    List<JsonNode> apps = new ArrayList<>();
    JsonNode json = answer.json();
    if (json != null) {
      json.path("apps").forEach(apps::add);
    }
    return apps;
  }
}

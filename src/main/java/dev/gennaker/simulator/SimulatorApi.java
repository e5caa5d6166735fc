package dev.gennaker.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.gennaker.simulator.balancer.Balancers;
import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /simulator: everything that can be turned or looked at, as JSON. Needs no token. */
final class SimulatorApi {

  private final SimulatedCluster cluster;

  SimulatorApi(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  void handle(HttpExchange exchange) throws IOException {
    Wire wire = new Wire(exchange);
    String path = wire.path().substring("/simulator".length()).replaceAll("^/+|/+$", "");
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      wire.send(answer(exchange, path, body));
    } catch (JacksonException e) {
      wire.send(bad("the body is not JSON: " + e.getOriginalMessage()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      wire.send(bad(String.valueOf(e.getMessage())));
    } finally {
      exchange.close();
    }
  }

  private static Answer bad(String message) {
    return Answer.json(400, Json.object().put("message", message));
  }

  private Answer answer(HttpExchange exchange, String path, byte[] bytes) {
    String method = exchange.getRequestMethod();
    JsonNode body =
        bytes.length == 0 ? Json.object() : Json.parse(new String(bytes, StandardCharsets.UTF_8));
    String call = method + " " + path.replaceAll("/.*", "");
    String rest = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
    return switch (call) {
      case "GET " -> overview();
      case "GET knobs" -> knobs();
      case "PATCH knobs" -> {
        KnobsJson.apply(cluster, body);
        yield knobs();
      }
      case "PATCH apps" -> app("/" + rest, body);
      case "PATCH jobs" -> job(rest, body);
      case "POST tasks" -> task(rest, body);
      case "GET balancers" -> balancers(rest, exchange.getRequestURI().getRawQuery());
      case "PATCH balancers" -> {
        cluster.balancers().turn(rest, knobs(body));
        yield Answer.empty(204);
      }
      case "GET faults" -> faults();
      case "POST faults" -> {
        cluster.fault(fault(body));
        yield faults();
      }
      case "DELETE faults" -> {
        cluster.heal();
        yield faults();
      }
      case "POST events" -> {
        cluster.cutEvents();
        yield Answer.empty(204);
      }
      case "POST leader" -> {
        cluster.changeLeader(seconds(body, 0.5));
        yield Answer.empty(204);
      }
      case "POST tokens" -> {
        cluster.revokeTokens();
        yield Answer.empty(204);
      }
      case "PUT users" -> {
        cluster.parts().tokens().user(rest, required(body, "password"));
        yield Answer.empty(204);
      }
      case "PUT denied" -> {
        cluster.parts().grants().take(rest, texts(body, "permissions"));
        yield Answer.empty(204);
      }
      case "PUT service-accounts" -> {
        cluster.parts().tokens().serviceAccount(rest, required(body, "publicKey"));
        yield Answer.empty(204);
      }
      case "POST advance" -> {
        cluster.advance(seconds(body, 0));
        yield Answer.empty(204);
      }
      case "POST seed" -> {
        cluster.seed(
            SimulatorOptions.apps("apps", body.path("apps").asString("0")),
            SimulatorOptions.tasks("tasks", body.path("tasks").asString("0")));
        yield Answer.empty(204);
      }
      case "GET requests" -> requests(exchange);
      case "DELETE requests" -> {
        cluster.requestLog().clear();
        yield Answer.empty(204);
      }
      default ->
          Answer.json(
              404,
              Json.object()
                  .put("message", method + " /simulator/" + path + " is not known")
                  .put("see", "docs/simulator.md"));
    };
  }

  private Answer overview() {
    ObjectNode out = Json.object();
    out.put("port", cluster.port())
        .put("speed", cluster.hand().speed())
        .put("eventReaders", cluster.eventReaders())
        .put("requests", cluster.requestLog().entries().size());
    out.set("knobs", KnobsJson.of(cluster));
    out.set("faults", list());
    ObjectNode apps = out.putObject("apps");
    cluster
        .hand()
        .turned()
        .forEach(
            (id, knobs) -> {
              ObjectNode one = apps.putObject(id);
              knobs.forEach(one::put);
            });
    return Answer.json(200, out);
  }

  private Answer knobs() {
    return Answer.json(200, KnobsJson.of(cluster));
  }

  private Answer app(String id, JsonNode body) {
    body.properties().forEach(knob -> cluster.hand().check(knob.getKey(), turned(knob)));
    body.properties().forEach(knob -> cluster.turn(id, knob.getKey(), turned(knob)));
    return overview();
  }

  private Answer job(String id, JsonNode body) {
    body.properties().forEach(knob -> cluster.turnJob(id, knob.getKey(), turned(knob)));
    return overview();
  }

  private static @Nullable String turned(Map.Entry<String, JsonNode> knob) {
    JsonNode value = knob.getValue();
    return value.isNull() ? null : value.isValueNode() ? value.asString() : value.toString();
  }

  private Answer task(String taskId, JsonNode body) {
    if (!body.has("healthy") && !body.has("state")) {
      throw new IllegalArgumentException("a task wants \"state\" or \"healthy\"");
    }
    boolean known = true;
    if (body.has("healthy")) {
      JsonNode healthy = body.get("healthy");
      known = cluster.taskHealth(taskId, healthy.isNull() ? null : healthy.asBoolean());
    }
    if (body.has("state")) {
      JsonNode message = body.get("message");
      known =
          cluster.reportTask(
              taskId, required(body, "state"), message == null ? null : message.asString());
    }
    return known
        ? Answer.empty(204)
        : Answer.json(404, Json.object().put("message", "there is no task " + taskId));
  }

  /** All of them, or what one on a host is asked: {@code <host>/<port>/haproxy}. */
  private Answer balancers(String rest, @Nullable String query) {
    String[] parts = rest.split("/", 3);
    return parts.length < 3
        ? Answer.json(200, cluster.balancers().overview())
        : cluster.balancers().answer(parts[0], "/" + parts[2], query);
  }

  private static Balancers.Knobs knobs(JsonNode body) {
    return new Balancers.Knobs(
        body.path("sessions").asInt(0),
        body.path("oldProcesses").asInt(0),
        body.path("silent").asBoolean(false),
        body.path("stale").asBoolean(false));
  }

  private Answer faults() {
    return Answer.json(200, list());
  }

  private ArrayNode list() {
    ArrayNode out = Json.array();
    for (Fault fault : cluster.parts().faults().pending()) {
      out.addObject()
          .put("method", fault.method())
          .put("path", fault.path())
          .put("count", fault.count())
          .put("status", fault.status())
          .put("done", fault.done());
    }
    return out;
  }

  private static Fault fault(JsonNode body) {
    return new Fault(
        body.path("method").asString(""),
        body.path("path").asString(""),
        body.path("count").asInt(1),
        body.path("status").asInt(0),
        body.path("done").asBoolean(false));
  }

  private static Duration seconds(JsonNode body, double otherwise) {
    return Duration.ofMillis(Math.round(body.path("seconds").asDouble(otherwise) * 1000));
  }

  private static String required(JsonNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    return value.asString();
  }

  private static Set<String> texts(JsonNode body, String field) {
    JsonNode values = body.get(field);
    if (values == null || !values.isArray()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a list of texts");
    }
    return values.valueStream().map(value -> value.asString("")).collect(Collectors.toSet());
  }

  private Answer requests(HttpExchange exchange) {
    var query = Request.query(exchange.getRequestURI().getRawQuery());
    String method = query.getOrDefault("method", List.of("")).getFirst();
    String path = query.getOrDefault("path", List.of("")).getFirst();
    ArrayNode out = Json.array();
    cluster
        .requestLog()
        .find(method.isEmpty() ? null : method, path)
        .forEach(e -> out.add(RequestLog.json(e)));
    return Answer.json(200, out);
  }
}

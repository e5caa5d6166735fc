package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.balancer.Backend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A simulated cluster with two marathon-lbs, and a service behind them. */
abstract class BalancedScenario extends DcosScenario {

  static final ServerGroupId OLD = new ServerGroupId("demo", "dcos-east_shop", "shop-web-v000");
  static final ServerGroupId NEW = new ServerGroupId("demo", "dcos-east_shop", "shop-web-v001");

  void balancers(int count, String more) {
    post(
        """
        {"id": "/lb", "args": ["sse", "--health-check", "--group", "external"], "instances": %d,
         "cpus": 0.1, "mem": 32, "constraints": [["hostname", "UNIQUE"]], "requirePorts": true,
         "portDefinitions": [{"port": 9090}],
         "container": {"type": "DOCKER", "docker": {"image": "mesosphere/marathon-lb:v1.15.0"}}%s}
        """
            .formatted(count, more));
    shown(new ServerGroupId("demo", "dcos-east_", "lb"), group -> group.up() == count);
  }

  void post(String app) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status =
          http.send(
                  HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + "/v2/apps"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(app))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 201) {
        throw new AssertionError("Marathon says " + status);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Map<String, Object> service(int instances) {
    Map<String, Object> labels = new HashMap<>();
    labels.put("HAPROXY_GROUP", "external");
    labels.put("HAPROXY_DEPLOYMENT_GROUP", "web");
    labels.put("HAPROXY_DEPLOYMENT_ALT_PORT", "10081");
    Map<String, Object> app = new HashMap<>();
    app.put("cmd", "serve");
    app.put("cpus", 0.1);
    app.put("mem", 32);
    app.put("portDefinitions", List.of(Map.of("port", 10080)));
    app.put("labels", labels);
    app.put(
        "healthChecks",
        List.of(Map.of("protocol", "MESOS_HTTP", "path", "/health", "portIndex", 0)));
    Map<String, Object> body = new HashMap<>();
    body.put("marathon", app);
    body.put("desiredCapacity", instances);
    return body;
  }

  Operation.Deploy beside(String older, int instances) {
    Map<String, Object> body = service(instances);
    body.put(Operation.BESIDE, older);
    return new Operation.Deploy(
        "demo", region(), new Moniker("shop", "web", null, null), body, null);
  }

  /** The first colour, as a deploy with this strategy makes it. */
  void serves(int instances) {
    finish(beside("", instances));
    shown(OLD, group -> group.up() == instances);
  }

  Backend backend() {
    return cluster.balancers().backends(Set.of("external")).getFirst();
  }

  Map<String, String> labels(ServerGroupId id) {
    return shown(id, group -> true).labels();
  }

  ServerGroup now(ServerGroupId id) {
    return provider().inventory().find(id).orElseThrow();
  }

  /** Where marathon-lbs run. */
  List<String> hosts() {
    return shown(new ServerGroupId("demo", "dcos-east_", "lb"), group -> true).instances().stream()
        .map(instance -> instance.host())
        .toList();
  }
}

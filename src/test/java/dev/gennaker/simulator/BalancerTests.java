package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.simulator.balancer.Backend;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** marathon-lb merges two apps of a deployment group by its own rules. */
class BalancerTests {

  private static final String NEWER = ",\"HAPROXY_DEPLOYMENT_STARTED_AT\":\"2026-03-01T10:00:00Z\"";
  private static final String SPLIT = NEWER + ",\"HAPROXY_DEPLOYMENT_NEW_INSTANCES\":\"0\"";
  private static final String TARGET = ",\"HAPROXY_DEPLOYMENT_TARGET_INSTANCES\":\"4\"";

  private final StillCluster still = StillCluster.start();

  @BeforeEach
  void runsTheOld() {
    still.running(app("/web-v000", 10080, 4, ""));
  }

  @AfterEach
  void close() {
    still.close();
  }

  private static String app(String id, int port, int instances, String labels) {
    return """
        {"id": "%s", "cmd": "serve", "instances": %d, "cpus": 0.1, "mem": 32,
         "portDefinitions": [{"port": %d}],
         "healthChecks": [{"protocol": "MESOS_HTTP", "path": "/", "portIndex": 0}],
         "labels": {"HAPROXY_GROUP": "external", "HAPROXY_DEPLOYMENT_GROUP": "web",
                    "HAPROXY_DEPLOYMENT_ALT_PORT": "10081", "HAPROXY_0_PORT": "10080"%s}}
        """
        .formatted(id, instances, port, labels);
  }

  private Backend backend() {
    List<Backend> all = still.cluster.balancers().backends(Set.of("external"));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private long draining() {
    return backend().servers().stream().filter(Backend.Server::draining).count();
  }

  private void scale(String id, int to) {
    still.pass(1);
    still.marathon.put("/v2/apps" + id, "{\"instances\": " + to + "}").expect(200);
    still.pass(5);
  }

  @Test
  void drainsAsManyOldOnesAsThereAreHealthyNewOnes() {
    still.running(app("/web-v001", 10081, 1, SPLIT + TARGET));

    assertThat(backend().name()).isEqualTo("web_10080");
    assertThat(backend().servers()).hasSize(5);
    List<String> tasks =
        still.tasks("/web-v000").stream().map(t -> t.get("id").asString()).sorted().toList();
    assertThat(backend().servers().stream().filter(Backend.Server::draining))
        .singleElement()
        .satisfies(server -> assertThat(server.task()).isEqualTo(tasks.getFirst()));
  }

  @Test
  void drainsNoMoreThanTheTargetAllows() {
    still.running(app("/web-v001", 10081, 1, SPLIT + TARGET));
    scale("/web-v000", 3);
    scale("/web-v001", 2);

    assertThat(draining()).isEqualTo(1);
    scale("/web-v001", 4);
    assertThat(draining()).isEqualTo(3);
  }

  @Test
  void takesTheOneScaledLastForTheNewer() {
    still.running(app("/web-v001", 10081, 2, SPLIT + TARGET));
    scale("/web-v000", 5);

    List<String> tasks =
        still.tasks("/web-v001").stream().map(t -> t.get("id").asString()).toList();
    assertThat(backend().servers().stream().filter(Backend.Server::draining))
        .extracting(Backend.Server::task)
        .containsExactlyInAnyOrderElementsOf(tasks);
  }

  @Test
  void takesOneForTheTargetWithoutTheLabelOfASplit() {
    still.running(app("/web-v001", 10081, 3, NEWER + TARGET));

    assertThat(draining()).isEqualTo(3);
  }

  @Test
  void listsOnlyTasksThatAreAlive() {
    still.marathon.post("/v2/apps", app("/web-v001", 10081, 2, SPLIT + TARGET)).expect(201);

    assertThat(backend().servers()).hasSize(4);
    assertThat(draining()).isZero();
  }

  @Test
  void answersAsHaproxyDoes() {
    still.running(
        """
        {"id": "/lb", "args": ["sse", "--health-check", "--group", "external"], "instances": 1,
         "cpus": 0.1, "mem": 32, "container": {"type": "DOCKER", "docker": {"image": "marathon-lb"}}}
        """);
    still.running(app("/web-v001", 10081, 1, SPLIT + TARGET));
    MarathonCalls control = new MarathonCalls(still.cluster.baseUrl());
    String host = still.tasks("/lb").getFirst().get("host").asString();
    String at = "/simulator/balancers/" + host;

    assertThat(control.get(at + "/9090/_haproxy_getpids").expect(200).raw().body())
        .isEqualTo("42\n");
    String csv = control.get(at + "/9090/haproxy?stats;csv").expect(200).raw().body();
    assertThat(csv).startsWith("# pxname,svname,qcur,").contains("web_10080,BACKEND,");
    assertThat(csv.lines().filter(line -> line.contains(",MAINT,"))).hasSize(1);
    assertThat(csv.lines().filter(line -> line.contains(",UP,1,"))).hasSize(5);

    control.call("PATCH", at, "{\"sessions\": 3, \"oldProcesses\": 2}").expect(204);
    assertThat(control.get(at + "/9090/_haproxy_getpids").raw().body()).isEqualTo("42 17 18\n");
    assertThat(control.get(at + "/9090/haproxy?stats;csv").raw().body()).contains(",0,0,3,1,,9,");
    control.call("PATCH", at, "{\"silent\": true}").expect(204);
    control.get(at + "/9090/haproxy?stats;csv").expect(503);
    assertThat(control.get("/simulator/balancers").at("/0/backends/0/name").asString())
        .isEqualTo("web_10080");
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.balancer.Balancers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What stands against a hand-over is told before anything is created. */
class ColoursTests extends BalancedScenario {

  private String refusal(String older, Consumer<Map<String, Object>> change) {
    Operation.Deploy deploy = beside(older, 1);
    @SuppressWarnings("unchecked")
    Map<String, Object> app = (Map<String, Object>) deploy.definition().get("marathon");
    change.accept(app);
    Progress end = drive(deploy, key());
    assertThat(end).isInstanceOf(Progress.Failed.class);
    return ((Progress.Failed) end).reason();
  }

  @SuppressWarnings("unchecked")
  private static void label(Map<String, Object> app, String key, String value) {
    ((Map<String, Object>) app.get("labels")).put(key, value);
  }

  @Test
  void needsLabelsAHealthCheckAndOnePort() {
    balancers(1, "");

    assertThat(refusal("", app -> app.remove("labels")))
        .contains("no label HAPROXY_DEPLOYMENT_GROUP", "no label HAPROXY_DEPLOYMENT_ALT_PORT");
    assertThat(refusal("", app -> app.remove("healthChecks"))).contains("it has no health check");
    assertThat(refusal("", app -> app.put("portDefinitions", List.of(Map.of("port", 0)))))
        .contains("exactly one port");
    assertThat(provider().inventory().serverGroups()).hasSize(1);
  }

  @Test
  void needsAMarathonLbThatServesItsGroup() {
    balancers(1, "");

    assertThat(refusal("", app -> label(app, "HAPROXY_GROUP", "internal")))
        .isEqualTo(
            "/demo/shop/shop-web on dcos-east cannot be relieved without losing requests: no marathon-lb of dcos-east serves its HAPROXY_GROUP internal.");
  }

  @Test
  void needsAMarathonLbThatChecksHealth() {
    post(
        "{\"id\": \"/lb\", \"args\": [\"sse\", \"--group\", \"external\"], \"instances\": 1,"
            + " \"cpus\": 0.1, \"mem\": 32, \"container\": {\"type\": \"DOCKER\","
            + " \"docker\": {\"image\": \"mesosphere/marathon-lb:v1.15.0\"}}}");

    assertThat(refusal("", app -> {})).contains("/lb must run in SSE mode and with --health-check");
  }

  @Test
  void needsEveryHaproxyWithinReach() {
    balancers(2, "");
    serves(1);
    cluster.balancers().turn(hosts().getLast(), new Balancers.Knobs(0, 0, true, false));

    assertThat(refusal(OLD.name(), app -> {}))
        .contains("could not ask HAProxy on " + hosts().getLast(), "reachable from here");
    cluster.balancers().turn(hosts().getLast(), new Balancers.Knobs(0, 0, false, true));
    assertThat(refusal(OLD.name(), app -> {}))
        .contains("HAProxy on " + hosts().getLast() + " has no backend web_10080");
  }

  @Test
  void mergesNoThirdApp() {
    balancers(1, "");
    serves(1);

    assertThat(refusal("", app -> {}))
        .contains("/demo/shop/shop-web-v000 is in deployment group web too");
  }

  @Test
  void relievesOnlyWhatIsInTheSameGroupAtTheSamePort() {
    balancers(1, "");
    serves(1);

    assertThat(refusal(OLD.name(), app -> label(app, "HAPROXY_DEPLOYMENT_GROUP", "other")))
        .contains("is not in its deployment group");
    assertThat(
            refusal(OLD.name(), app -> app.put("portDefinitions", List.of(Map.of("port", 10090)))))
        .contains("serves at port 10080, this one at 10090");
    assertThat(refusal("shop-web-v007", app -> {})).contains("shop-web-v007 is gone");
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The basics of pods. */
class PodTests {

  private static String pod(int instances) {
    return """
    {"id":"/pod1","scaling":{"kind":"fixed","instances":%d},"labels":{"a":"b"},
     "containers":[{"name":"c1","exec":{"command":{"shell":"sleep 1000"}},
                    "resources":{"cpus":0.1,"mem":32},"endpoints":[{"name":"web","hostPort":0}]},
                   {"name":"c2","exec":{"command":{"shell":"sleep 1000"}}}]}
    """
        .formatted(instances);
  }

  @Test
  void livesThroughCreateScaleKillAndDelete() {
    try (StillCluster still = StillCluster.start()) {
      var created = still.marathon.post("/v2/pods", pod(2)).expect(201);
      assertThat(created.at("/containers/1/resources/mem").asDouble()).isEqualTo(32);
      assertThat(created.header("Marathon-Deployment-Id")).isNotNull();
      assertThat(still.deployments().at("/0/steps/1/actions/0").toString())
          .isEqualTo("{\"action\":\"ScalePod\",\"pod\":\"/pod1\"}");
      assertThat(still.marathon.get("/v2/pods/pod1::status").at("/status").asString())
          .isEqualTo("DEGRADED");
      still.pass(5);
      JsonNode status = still.marathon.get("/v2/pods/pod1::status").at("");
      assertThat(status.get("status").asString()).isEqualTo("STABLE");
      assertThat(status.get("instances")).hasSize(2);
      assertThat(status.at("/instances/0/containers/0/containerId").asString()).endsWith(".c1.1");
      assertThat(status.at("/instances/0/containers/0/endpoints/0/allocatedHostPort").asInt())
          .isGreaterThan(0);
      assertThat(still.marathon.get("/v2/apps").at("/apps")).isEmpty();
      assertThat(still.marathon.get("/v2/tasks").at("/tasks")).isEmpty();

      String instance = status.at("/instances/0/id").asString();
      still.marathon.delete("/v2/pods/pod1::instances/" + instance).expect(200);
      still.marathon.put("/v2/pods/pod1", pod(1)).expect(200);
      still.pass(5);
      assertThat(still.marathon.get("/v2/pods/pod1::status").at("/instances")).hasSize(1);
      assertThat(still.marathon.get("/v2/pods/pod1::versions").at("")).hasSize(2);
      assertThat(still.marathon.get("/v2/pods/::status").at("")).hasSize(1);

      var deleted = still.marathon.delete("/v2/pods/pod1").expect(202);
      assertThat(deleted.raw().body()).isEmpty();
      assertThat(deleted.header("Location"))
          .endsWith("/" + deleted.header("Marathon-Deployment-Id"));
      still.pass(2);
      assertThat(still.marathon.get("/v2/pods").at("")).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoPodOrIsThere() {
    try (StillCluster still = StillCluster.start()) {
      var none = still.marathon.post("/v2/pods", "{\"id\":\"/p2\",\"containers\":[]}").expect(422);
      assertThat(none.at("/details/0").toString())
          .isEqualTo("{\"path\":\"/containers\",\"errors\":[\"error.minLength\"]}");
      still.marathon.post("/v2/pods", pod(1)).expect(201);
      still.marathon.post("/v2/pods", pod(1)).expect(409);
      var clash = still.marathon.post("/v2/apps", "{\"id\":\"/pod1\",\"cmd\":\"sleep 1\"}");
      assertThat(clash.expect(422).at("/details/0/errors/0").asString())
          .isEqualTo("Applications and Pods may not share the same id");
    }
  }
}

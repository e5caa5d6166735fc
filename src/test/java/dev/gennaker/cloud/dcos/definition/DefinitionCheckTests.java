package dev.gennaker.cloud.dcos.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DefinitionCheckTests {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static List<String> paths(Map<String, Object> definition) {
    return DefinitionCheck.check(definition).stream().map(Fault::path).toList();
  }

  private static Map<String, Object> with(Object... pairs) {
    Map<String, Object> definition = new HashMap<>(Map.of("cmd", "sleep 1", "cpus", 1, "mem", 32));
    for (int i = 0; i < pairs.length; i += 2) {
      definition.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return definition;
  }

  /** What a real Marathon accepted and refused, kind by kind. */
  @TestFactory
  Stream<DynamicTest> judgesAsMarathonDid() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/dcos/recorded-validation.json")) {
      return JsonMapper.shared().readTree(in).valueStream().toList().stream()
          .map(
              recorded ->
                  DynamicTest.dynamicTest(
                      recorded.path("body").toString(), () -> judgesLike(recorded)));
    }
  }

  private static void judgesLike(JsonNode recorded) {
    Map<String, Object> body = JsonMapper.shared().convertValue(recorded.path("body"), MAP);
    List<Fault> faults = DefinitionCheck.check(Map.of("marathon", body));

    assertThat(faults.isEmpty()).as("%s", faults).isEqualTo(recorded.path("accepted").asBoolean());
    assertThat(faults).allMatch(f -> f.path().startsWith("$.marathon"));
    assertThat(faults).allMatch(f -> f.message().endsWith(".") && f.fix().endsWith("."));
  }

  @Test
  void leadsToTheFieldThatWasWritten() {
    assertThat(paths(with("desiredCapacity", -1))).containsExactly("$.desiredCapacity");
    assertThat(paths(with("capacity", Map.of("desired", "many"))))
        .containsExactly("$.capacity.desired");
    assertThat(paths(with("constraints", "hostname:FOO"))).containsExactly("$.constraints[0]");
    assertThat(paths(with("networkType", "USER"))).containsExactly("$.networkName");
    assertThat(paths(with("serviceEndpoints", List.of(Map.of("port", 70000)))))
        .containsExactly("$.serviceEndpoints[0].port");
    assertThat(
            paths(
                with(
                    "dockerVolumes",
                    List.of(Map.of("containerPath", "/a", "hostPath", "/b", "mode", "XX")))))
        .containsExactly("$.dockerVolumes[0].mode");
    assertThat(paths(with("cpus", "plenty"))).containsExactly("$.cpus");
    assertThat(paths(with("mem", 1e12))).containsExactly("$.mem");
  }

  @Test
  void refusesGpusWithDockerOnly() {
    Map<String, Object> gpus = with("gpus", 1, "docker", Map.of("image", "tensorflow/tensorflow"));

    assertThat(paths(gpus)).isEmpty();
    gpus.put("containerizer", "DOCKER");
    assertThat(paths(gpus)).containsExactly("$.gpus");
  }

  @Test
  void refusesNamesThatCannotBePartOfAnId() {
    assertThat(paths(with("stack", "Prod", "freeFormDetails", "a_b", "group", "x//y")))
        .containsExactlyInAnyOrder("$.stack", "$.freeFormDetails", "$.group");
    assertThat(paths(with("region", "dcos-east_shop", "group", "shop/back-end"))).isEmpty();
  }

  @Test
  void doesNotJudgeExpressions() {
    assertThat(
            paths(
                with(
                    "desiredCapacity",
                    "${parameters.size}",
                    "cpus",
                    "${0.1 * 3}",
                    "constraints",
                    "${parameters.where}",
                    "stack",
                    "${parameters.stack}")))
        .isEmpty();
    assertThat(paths(Map.of("marathon", "${#readJson(parameters.app)}", "cmd", "sleep 1")))
        .isEmpty();
  }

  @Test
  void leavesAnImageAloneThatComesLater() {
    assertThat(paths(Map.of("docker", Map.of("image", Map.of("fromContext", true))))).isEmpty();
    assertThat(paths(Map.of("docker", Map.of("image", Map.of())))).containsExactly("$.cmd");
  }

  @Test
  void survivesWrongTypesEverywhere() {
    for (Object rubbish : List.of("x", 7, true, List.of(1), Map.of("a", 1))) {
      for (String key :
          List.of(
              "marathon",
              "docker",
              "env",
              "labels",
              "secrets",
              "healthChecks",
              "networks",
              "serviceEndpoints",
              "constraints",
              "fetch",
              "volumes",
              "upgradeStrategy",
              "unreachableStrategy",
              "args",
              "readinessChecks",
              "desiredCapacity",
              "capacity",
              "containerizer")) {
        DefinitionCheck.check(with(key, rubbish));
        DefinitionCheck.check(Map.of("marathon", with(key, rubbish, "container", rubbish)));
      }
    }
  }
}

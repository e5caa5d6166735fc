package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Clones of Marathon apps: all that somebody wrote is there again, ports first of all. */
class CloneOnDcosTests extends DcosScenario {

  private static final String APP =
      """
      {"cpus": 0.1, "mem": 32, "instances": 2,
       "container": {"type": "DOCKER", "docker": {"image": "shop/web:1", "forcePullImage": true},
         "portMappings": [
           {"containerPort": 8080, "hostPort": 0, "servicePort": 10104, "protocol": "tcp", "name": "http",
            "labels": {"VIP_0": "/shop-web:80"}},
           {"containerPort": 9090, "hostPort": 0, "servicePort": 10105, "protocol": "udp,tcp", "name": "stats"}]},
       "networks": [{"mode": "container/bridge"}],
       "env": {"MODE": "fast"},
       "labels": {"HAPROXY_GROUP": "external"},
       "upgradeStrategy": {"minimumHealthCapacity": 0.5, "maximumOverCapacity": 0.2},
       "unreachableStrategy": {"inactiveAfterSeconds": 60, "expungeAfterSeconds": 120}}
      """;

  @Test
  void keepsEverythingThatSomebodyWrote() {
    ServerGroupId old = deploysTheOld();

    Outcome outcome = clone(Map.of("imageId", "shop/web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    ServerGroupId fresh = new ServerGroupId("demo", region(), "shop-web-v001");
    assertThat(shown(fresh, group -> group.up() == 2).image()).isEqualTo("shop/web:2");
    ObjectNode copy = definition(fresh);
    ((ObjectNode) copy.path("container").path("docker")).put("image", "shop/web:1");
    assertThat(written(copy)).isEqualTo(written(definition(old)));
    assertThat(copy.path("container").path("portMappings").path(0).path("servicePort").asInt())
        .isEqualTo(10104);
  }

  @Test
  void bringsADisabledOneBackInItsSize() {
    ServerGroupId old = deploysTheOld();
    finish(new Operation.Disable(old, false));
    shown(old, ServerGroup::disabled);

    clone(Map.of());

    ServerGroupId fresh = new ServerGroupId("demo", region(), "shop-web-v001");
    assertThat(shown(fresh, group -> group.up() == 2).labels()).doesNotContainKey("gennaker.size");
  }

  private ServerGroupId deploysTheOld() {
    Map<String, Object> app =
        JsonMapper.shared().readValue(APP, new TypeReference<Map<String, Object>>() {});
    Map<String, Object> outputs = finish(deploy("web", Map.of("marathon", app)));
    ServerGroupId id =
        new ServerGroupId("demo", region(), String.valueOf(outputs.get("serverGroup")));
    shown(id, group -> group.up() == 2);
    return id;
  }

  private Outcome clone(Map<String, Object> more) {
    Map<String, Object> settings =
        new java.util.HashMap<>(
            Map.of(
                "credentials", "demo",
                "regions", List.of(region()),
                "cluster", "shop-web",
                "target", "current_asg_dynamic"));
    settings.putAll(more);
    StubContext context = new StubContext();
    context.executionId = "02EXECUTION";
    return new CloudStages(MemoryCloud.clouds(provider()))
        .live()
        .run("cloneServerGroup", settings, context);
  }

  private ObjectNode definition(ServerGroupId id) {
    return (ObjectNode)
        JsonMapper.shared().readTree(provider().inventory().definition(id).orElseThrow());
  }

  /** Without what is of one version, or of Marathon. */
  private static JsonNode written(ObjectNode definition) {
    ObjectNode written = definition.deepCopy();
    written.remove(List.of("id", "version", "versionInfo"));
    ((ObjectNode) written.path("labels"))
        .remove(
            List.of(
                "gennaker.sequence",
                "gennaker.created",
                "gennaker.operation",
                "gennaker.execution",
                "gennaker.user"));
    return written;
  }
}

package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stages that run to their end on a simulated cluster. */
abstract class StageScenario extends DcosScenario {

  private int stage;

  Outcome run(String type, Map<String, Object> more) {
    return run(type, more, new StubContext());
  }

  Outcome run(String type, Map<String, Object> more, StubContext context) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.putIfAbsent("credentials", "demo");
    settings.putIfAbsent("region", region());
    settings.putIfAbsent("cloudProvider", "dcos");
    context.stageId = "stage" + stage++;
    context.executionId = "RUN" + stage;
    return new CloudStages(MemoryCloud.clouds(provider())).live().run(type, settings, context);
  }

  Map<String, Object> outputs(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).outputs();
  }

  Outcome deployStage(String strategy, Object... more) {
    Map<String, Object> entry = new HashMap<>(definition(2));
    entry.put("account", "demo");
    entry.put("region", region());
    entry.put("cloudProvider", "dcos");
    entry.put("application", "shop");
    entry.put("stack", "web");
    entry.put("strategy", strategy);
    for (int i = 0; i < more.length; i += 2) {
      entry.put(String.valueOf(more[i]), more[i + 1]);
    }
    return run("deploy", Map.of("clusters", List.of(entry)));
  }

  JsonNode app(ServerGroupId id) {
    return await()
        .until(() -> provider().inventory().definition(id), Optional::isPresent)
        .map(text -> JsonMapper.shared().readTree(text))
        .orElseThrow();
  }

  ServerGroupId made(Map<String, Object> definition, String stack) {
    Map<String, Object> outputs = finish(deploy(stack, definition));
    return new ServerGroupId("demo", region(), String.valueOf(outputs.get("serverGroup")));
  }

  ServerGroupId web(int number) {
    return new ServerGroupId("demo", region(), "shop-web-v00" + number);
  }

  /** A deploy with ports, checks, volumes and secrets on one kind of network. */
  Map<String, Object> everything(String network) {
    Map<String, Object> body = definition(1);
    body.remove("cmd");
    body.put("docker", Map.of("image", Map.of("imageId", "shop/web:1")));
    body.put("networkType", network);
    if (network.equals("USER")) {
      body.put("networkName", "dcos");
    }
    body.put(
        "serviceEndpoints",
        List.of(
            Map.of(
                "name",
                "http",
                "port",
                8080,
                "protocol",
                "tcp",
                "loadBalanced",
                true,
                "networkType",
                network)));
    body.put(
        "healthChecks", List.of(Map.of("protocol", "MESOS_HTTP", "path", "/", "portIndex", 0)));
    body.put(
        "dockerVolumes", List.of(Map.of("containerPath", "/d", "hostPath", "/h", "mode", "RO")));
    body.put("env", Map.of("PASSWORD", Map.of("secret", "db")));
    body.put("secrets", Map.of("db", Map.of("source", "/demo/db")));
    return body;
  }
}

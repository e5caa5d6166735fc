package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Spinnaker's DC/OS provider did, and what it did not, one scenario each in its simplest form.
 * The corners are elsewhere: service keys in {@link CredentialsTests}, certificates in {@link
 * TlsTests}, marathon-lb in {@link LoadBalancerStagesTests}, pods in {@link
 * OthersOnTheClusterTests}, apps nobody can read in {@code OddAppsTests}.
 */
class SpinnakerParityTests extends StageScenario {

  @Test
  @DisplayName("1 Login with a password, or without any")
  void signsIn() throws IOException {
    try (SimulatedCluster secured =
            SimulatedCluster.start(
                SimulatorSettings.defaults().withSecurity(Map.of("ada", "pw"), Map.of(), 3600));
        DcosRig other =
            new DcosRig(
                secured,
                DcosRig.credentials("ada", "pw", null, null),
                DcosRig.timing(),
                Clock.systemUTC())) {
      await()
          .until(
              () -> other.provider.inventory().locations().getFirst().freshness(),
              Freshness.Live.class::isInstance);
    }
  }

  @Test
  @DisplayName("2 An open cluster without sign-in")
  void needsNoSignInWhereNobodyAsks() {
    await()
        .until(
            () -> provider().inventory().locations().getFirst().freshness(),
            Freshness.Live.class::isInstance);
    assertThat(cluster.requestLog().find("POST", "/auth/login")).isEmpty();
  }

  @Test
  @DisplayName("3 See apps not following naming")
  void showsAppsThatFollowNoNaming() {
    cluster.seed(3, 3);
    await().until(() -> provider().inventory().serverGroups().size() >= 3);
  }

  @Test
  @DisplayName("4 Create app bridge/host/virtual, VIP, health checks, volumes, env secrets")
  void createsAppsOfEveryNetwork() {
    for (String network : List.of("BRIDGE", "HOST", "USER")) {
      JsonNode app = app(made(everything(network), network.toLowerCase(java.util.Locale.ROOT)));
      assertThat(app.at("/networks/0/mode").asString())
          .isEqualTo(
              switch (network) {
                case "BRIDGE" -> "container/bridge";
                case "HOST" -> "host";
                default -> "container";
              });
      assertThat(app.toString()).contains("VIP_0", "MESOS_HTTP", "\"/d\"", "/demo/db");
    }
  }

  @Test
  @DisplayName("5 UCR, file secrets, readiness and upgrade settings")
  void createsWhatSpinnakerCouldNot() {
    Map<String, Object> body = definition(1);
    body.put("containerizer", "UCR");
    body.put("docker", Map.of("image", Map.of("imageId", "shop/web:1")));
    body.put("secretVolumes", List.of(Map.of("containerPath", "key", "secret", "tls")));
    body.put("secrets", Map.of("tls", Map.of("source", "/demo/tls")));
    body.put("upgradeStrategy", Map.of("minimumHealthCapacity", 0.5, "maximumOverCapacity", 0.1));
    JsonNode app = app(made(body, "ucr"));
    assertThat(app.at("/container/type").asString()).isEqualTo("MESOS");
    assertThat(app.at("/upgradeStrategy/maximumOverCapacity").asDouble()).isEqualTo(0.1);
    assertThat(app.toString()).contains("/demo/tls");
  }

  @Test
  @DisplayName("6 Clone keeps ports")
  void clonesWithPorts() {
    Map<String, Object> marathon =
        Map.of(
            "cmd",
            "serve",
            "cpus",
            0.1,
            "mem",
            32,
            "portDefinitions",
            List.of(Map.of("port", 10201, "name", "http")));
    ServerGroupId id = made(Map.of("marathon", marathon), "ports");
    assertThat(provider().copy(id).orElseThrow().toString()).contains("10201");
  }

  @Test
  @DisplayName("7 Resize, destroy, terminate, terminate and decrement, never forced by itself")
  void operates() {
    ServerGroupId id = deployed("web", 2);
    finish(new Operation.Resize(id, 3, false));
    ServerGroup three = shown(id, group -> group.up() == 3);
    String one = three.instances().getFirst().id();
    finish(new Operation.Terminate(id, List.of(one), true));
    ServerGroup two = shown(id, group -> group.up() == 2 && group.desired() == 2);
    finish(new Operation.Terminate(id, List.of(two.instances().getFirst().id()), false));
    shown(id, group -> group.up() == 2);
    finish(new Operation.Destroy(id, false));
    await().until(() -> provider().inventory().find(id).isEmpty());
    assertThat(cluster.requestLog().find("", "force=true")).isEmpty();
  }

  @Test
  @DisplayName("8 Disable and enable with the size remembered")
  void remembersSizes() {
    ServerGroupId id = deployed("web", 3);
    finish(new Operation.Disable(id, false));
    shown(id, ServerGroup::disabled);
    finish(new Operation.Enable(id, null, false));
    assertThat(shown(id, group -> group.up() == 3).disabled()).isFalse();
  }

  @Test
  @DisplayName("9 Highlander and none")
  void knowsSpinnakersStrategies() {
    outputs(deployStage(""));
    shown(web(0), group -> group.up() == 2);
    outputs(deployStage(""));
    shown(web(1), group -> group.up() == 2);
    outputs(deployStage("highlander"));
    shown(web(2), group -> group.up() == 2);
    await().until(() -> provider().inventory().find(web(0)).isEmpty());
    await().until(() -> provider().inventory().find(web(1)).isEmpty());
  }

  @Test
  @DisplayName("10 Red/black, rolling, canary")
  void knowsStrategiesSpinnakerHadNotForDcos() {
    outputs(deployStage("redblack"));
    shown(web(0), group -> group.up() == 2);
    outputs(deployStage("redblack", "rollback", Map.of("onFailure", true)));
    shown(web(0), ServerGroup::disabled);
    outputs(deployStage("rollingredblack", "targetPercentages", List.of(50, 100)));
    shown(web(1), ServerGroup::disabled);
    outputs(deployStage("canary", "canarySteps", List.of(Map.of("percentage", 50))));
    shown(web(2), ServerGroup::disabled);
    assertThat(shown(web(3), group -> group.up() == 2).disabled()).isFalse();
  }

  @Test
  @DisplayName("11 Find image from cluster, nginx:1.11 too")
  void findsImages() {
    Map<String, Object> body = definition(1);
    body.put("docker", Map.of("image", Map.of("imageId", "nginx:1.11")));
    shown(made(body, "web"), group -> group.up() == 1);
    Map<String, Object> found =
        outputs(
            run(
                "findImage",
                Map.of(
                    "cluster",
                    "shop-web",
                    "selectionStrategy",
                    "NEWEST",
                    "regions",
                    List.of(region()))));
    assertThat(found.toString()).contains("nginx:1.11");
  }

  @Test
  @DisplayName("12 Docker-trigger tag into deploy")
  void takesTheTagOfTheTrigger() {
    StubContext context = new StubContext();
    context.trigger.putAll(Map.of("type", "docker", "repository", "shop/web", "tag", "7.1"));
    Map<String, Object> entry = new HashMap<>(definition(1));
    entry.putAll(
        Map.of("account", "demo", "region", region(), "application", "shop", "stack", "web"));
    entry.put("docker", Map.of("image", Map.of("fromTrigger", true, "repository", "shop/web")));
    outputs(run("deploy", Map.of("clusters", List.of(entry)), context));
    assertThat(shown(web(0), group -> true).image()).isEqualTo("shop/web:7.1");
  }

  @Test
  @DisplayName("13 Metronome run, exit code, property file")
  void runsJobs() {
    Map<String, Object> job = new HashMap<>(JobScenario.body("shop.migrate"));
    job.put("region", "dcos-east");
    job.put("propertyFile", "conf/app.properties");
    assertThat(outputs(run("runJob", job)))
        .containsEntry("exitCode", 0)
        .containsKeys("taskId", "agent", "propertyFileContents");
    Map<String, Object> bad = new HashMap<>(JobScenario.body("shop.bad", "SIM_EXIT_CODE", "3"));
    bad.put("region", "dcos-east");
    assertThat(((Outcome.Failed) run("runJob", bad)).evidence()).containsEntry("exitCode", 3);
  }

  @Test
  @DisplayName("14 Create marathon-lb, for strict mode too")
  void createsMarathonLb() {
    outputs(
        run(
            "upsertLoadBalancer",
            Map.of(
                "region",
                "dcos-east",
                "loadBalancerName",
                "shop-edge",
                "portRange",
                Map.of("minPort", 10080, "maxPort", 10081, "protocol", "tcp"))));
    await()
        .until(
            () ->
                provider().inventory().loadBalancers().stream()
                    .anyMatch(one -> one.id().name().equals("shop-edge")));
  }

  @Test
  @DisplayName("15 Show why a deployment hangs")
  void saysWhyItHangs() {
    Map<String, Object> body = definition(1);
    body.put("labels", Map.of("SIM_NO_OFFERS", "true"));
    Progress waiting = until(deploy("hangs", body), key(), saying("waiting for"));
    assertThat(((Progress.Working) waiting).reason()).contains("0 of 1 instances", "dcos-east");
  }

  @Test
  @DisplayName("16 Event-driven refresh")
  void followsEvents() {
    ServerGroupId id = deployed("web", 1);
    String task = shown(id, group -> group.up() == 1).instances().getFirst().id();
    int before = cluster.requestLog().find("GET", "/v2/apps\\?").size();
    assertThat(cluster.reportTask(task, "TASK_FAILED", "boom")).isTrue();
    shown(id, group -> group.instances().stream().noneMatch(one -> one.id().equals(task)));
    assertThat(cluster.requestLog().find("GET", "/v2/apps\\?")).hasSize(before);
  }

  @Test
  @DisplayName("17 One broken app does not hide others")
  void showsOthersBesideABrokenOne() {
    GroupReader reader = new GroupReader("dcos-east", List.of("demo"));
    List<ServerGroup> read =
        List.of(
                "{\"id\": \"/demo/bad\", \"instances\": \"many\"}",
                "{\"id\": \"/demo/good\", \"instances\": 1}")
            .stream()
            .map(json -> reader.read(new App(JsonMapper.shared().readTree(json))).group())
            .toList();
    assertThat(read.getFirst().unreadable()).isEqualTo("its size is not a number");
    assertThat(read.getLast().unreadable()).isEmpty();
  }

  @Test
  @DisplayName("18 Roll back to a former version")
  void goesBackToAFormerVersion() {
    for (String image : List.of("shop/web:1", "shop/web:2")) {
      Map<String, Object> body = definition(1);
      body.put("docker", Map.of("image", Map.of("imageId", image)));
      finish(
          new Operation.Deploy(
              "demo",
              region(),
              new Moniker("shop", "place", null, null),
              body,
              null,
              Operation.Model.IN_PLACE));
    }
    ServerGroupId id = new ServerGroupId("demo", region(), "shop-place");
    shown(id, group -> group.image().equals("shop/web:2"));
    outputs(run("revertServerGroup", Map.of("serverGroupName", "shop-place")));
    assertThat(shown(id, group -> group.image().equals("shop/web:1")).desired()).isEqualTo(1);
  }
}

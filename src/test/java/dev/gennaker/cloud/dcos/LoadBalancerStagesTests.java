package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A marathon-lb is created, changed and deleted by stages, every look made twice. */
class LoadBalancerStagesTests extends BalancedScenario {

  private static final ServerGroupId EDGE = new ServerGroupId("demo", "dcos-east", "shop-edge");
  private static final String ADDRESS = "/demo/shop-edge";

  private CloudStages stages;
  private int stage;

  @BeforeEach
  void stages() {
    stages = new CloudStages(MemoryCloud.clouds(provider())).live().crashing();
  }

  private Outcome run(String type, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("credentials", "demo");
    settings.put("region", "dcos-east");
    settings.put("cloudProvider", "dcos");
    settings.put("loadBalancerName", "shop-edge");
    StubContext context = new StubContext();
    context.stageId = "stage" + stage++;
    return stages.run(type, settings, context);
  }

  private static Map<String, Object> with(Object... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("portRange", Map.of("minPort", 10080, "maxPort", 10082, "protocol", "tcp"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(String.valueOf(more[i]), more[i + 1]);
    }
    return settings;
  }

  private JsonNode app() {
    return JsonMapper.shared().readTree(provider().inventory().definition(EDGE).orElseThrow());
  }

  private LoadBalancer shown() {
    return await()
        .until(
            () ->
                provider().inventory().loadBalancers().stream()
                    .filter(one -> one.id().equals(EDGE))
                    .findFirst()
                    .orElse(null),
            java.util.Objects::nonNull);
  }

  @Test
  void createsOneAsTheCatalogueDoes() {
    assertThat(run("upsertLoadBalancer", with())).isInstanceOf(Outcome.Done.class);

    JsonNode app = app();
    assertThat(app.path("args").toString())
        .isEqualTo(
            "[\"sse\",\"-m\",\"http://marathon.mesos:8080\",\"--health-check\",\"--haproxy-map\",\"--group\",\"demo_shop-edge\"]");
    assertThat(app.path("portDefinitions").valueStream().map(port -> port.path("port").asInt()))
        .containsExactly(9090, 9091, 80, 443, 10080, 10081, 10082);
    assertThat(app.path("acceptedResourceRoles").toString()).isEqualTo("[\"slave_public\"]");
    assertThat(app.at("/healthChecks/0/path").asString()).isEqualTo("/_haproxy_health_check");
    assertThat(app.at("/labels/gennaker.application").asString()).isEqualTo("shop");
    assertThat(shown().own()).isTrue();
    assertThat(shown().groups()).containsExactly("demo_shop-edge");
    assertThat(cluster.requestLog().find("POST", "/v2/apps.*")).hasSize(1);
  }

  @Test
  void knowsStrictModeCertificatesAndTemplates() {
    run(
        "upsertLoadBalancer",
        with(
            "serviceAccountSecret", "shop/lb",
            "certificateSecret", "shop/certificate",
            "certificatePaths", "/mnt/a.pem,/mnt/b.pem",
            "templatesUri", "https://example.com/templates.tgz",
            "globalOptions", "redispatch",
            "haproxyGroup", "external",
            "bindHttpHttps", false));

    JsonNode app = app();
    assertThat(app.path("args").valueStream().map(JsonNode::asString))
        .contains("https://marathon.mesos:8443", "--dont-bind-http-https", "--ssl-certs");
    assertThat(app.at("/env/DCOS_SERVICE_ACCOUNT_CREDENTIAL/secret").asString())
        .isEqualTo("serviceAccountSecret");
    assertThat(app.at("/secrets/certificateSecret/source").asString())
        .isEqualTo("shop/certificate");
    assertThat(app.at("/fetch/0/uri").asString()).isEqualTo("https://example.com/templates.tgz");
    assertThat(provider().loadBalancer(EDGE).orElseThrow())
        .containsEntry("serviceAccountSecret", "shop/lb")
        .containsEntry("certificateSecret", "shop/certificate")
        .containsEntry("certificatePaths", "/mnt/a.pem,/mnt/b.pem")
        .containsEntry("templatesUri", "https://example.com/templates.tgz")
        .containsEntry("globalOptions", "redispatch")
        .containsEntry("haproxyGroup", "external")
        .containsEntry("bindHttpHttps", false)
        .containsEntry("portRange", Map.of("minPort", 10080, "maxPort", 10082, "protocol", "tcp"));
  }

  @Test
  void changesOneAndKeepsWhatIsNotOfTheForm() {
    post(
        """
        {"id": "%s", "instances": 1, "cpus": 1, "mem": 512, "requirePorts": true,
         "args": ["sse", "--group", "old", "--max-reload-retries", "10", "--health-check"],
         "env": {"OWN": "x", "HAPROXY_GLOBAL_DEFAULT_OPTIONS": "gone"}, "labels": {"team": "web"},
         "portDefinitions": [{"port": 9090}],
         "container": {"type": "DOCKER", "docker": {"image": "our/marathon-lb:1"},
           "volumes": [{"containerPath": "/x", "hostPath": "/y", "mode": "RO"}]}}
        """
            .formatted(ADDRESS));
    shown();

    assertThat(run("upsertLoadBalancer", with("haproxyGroup", "new", "image", "our/marathon-lb:2")))
        .isInstanceOf(Outcome.Done.class);

    JsonNode app = app();
    assertThat(app.path("args").valueStream().map(JsonNode::asString))
        .contains("--max-reload-retries", "10", "new")
        .doesNotContain("old")
        .doesNotHaveDuplicates();
    assertThat(app.at("/env/OWN").asString()).isEqualTo("x");
    assertThat(app.at("/env/HAPROXY_GLOBAL_DEFAULT_OPTIONS").isMissingNode()).isTrue();
    assertThat(app.at("/labels/team").asString()).isEqualTo("web");
    assertThat(app.at("/container/docker/image").asString()).isEqualTo("our/marathon-lb:2");
    assertThat(app.at("/container/volumes")).hasSize(1);
  }

  @Test
  void deletesOnlyWhatNobodyUses() {
    run("upsertLoadBalancer", with("haproxyGroup", "external"));
    shown();
    finish(
        new dev.gennaker.cloud.Operation.Deploy(
            "demo",
            region(),
            new dev.gennaker.cloud.Moniker("shop", "web", null, null),
            service(1),
            null));
    await().until(() -> !shown().serverGroups().isEmpty());

    assertThat(((Outcome.Failed) run("deleteLoadBalancer", Map.of())).reason())
        .startsWith("shop-web-v000 stand behind shop-edge;");
    assertThat(run("deleteLoadBalancer", Map.of("evenIfUsed", true)))
        .isInstanceOf(Outcome.Done.class);
    await().until(() -> provider().inventory().find(EDGE).isEmpty());
  }

  @Test
  void saysWhatIsWrongAndWhatIsNotThere() {
    assertThat(
            stages.check(
                "upsertLoadBalancer",
                Map.of(
                    "credentials", "demo",
                    "region", "dcos-east",
                    "loadBalancerName", "Shop Edge",
                    "portRange", Map.of("minPort", 80, "maxPort", 90))))
        .extracting(problem -> problem.path())
        .contains("$.loadBalancerName", "$.portRange.minPort");
    assertThat(((Outcome.Failed) run("deleteLoadBalancer", Map.of())).reason())
        .startsWith("There is no load balancer shop-edge in dcos-east");
    assertThat(
            ((Outcome.Failed)
                    run(
                        "upsertLoadBalancer",
                        Map.of("portRange", Map.of("minPort", 10001, "maxPort", 10000))))
                .reason())
        .contains("at $.portRange.maxPort: It ends before it begins.");
  }
}

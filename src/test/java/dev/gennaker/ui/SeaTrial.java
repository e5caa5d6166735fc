package dev.gennaker.ui;

import dev.gennaker.Gennaker;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The product on two simulated clusters with a bit of everything on them, to look at screens. */
final class SeaTrial {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Actor ADMIN = new Actor("demo", Set.of(Actor.ADMIN));

  private SeaTrial() {}

  public static void main(String[] args) throws Exception {
    SimulatedCluster east = SimulatedCluster.start(SimulatorSettings.defaults().withAgents(60));
    SimulatedCluster west = SimulatedCluster.start(SimulatorSettings.defaults().withAgents(20));
    fill(east, west);
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", args.length > 0 ? args[0] : "18700");
    properties.put(
        "spring.datasource.url",
        "jdbc:h2:mem:trial;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    properties.put("vaadin.productionMode", "true");
    cluster(properties, 0, "dcos-east", east);
    cluster(properties, 1, "dcos-west", west);
    properties.put("gennaker.dcos.accounts[0].name", "demo");
    user(properties, 0, "demo", Actor.ADMIN);
    user(properties, 1, "approver", "approvers");
    user(properties, 2, "viewer", "viewers");
    properties.put("gennaker.security.grants.READ", "viewers,approvers");
    properties.put("gennaker.security.grants.JUDGE", "approvers");
    properties.put(
        "gennaker.security.sign-in-hint", "Demo: demo/demo, approver/approver or viewer/viewer");
    SpringApplication application = new SpringApplication(Gennaker.class);
    properties.forEach((key, value) -> System.setProperty(key, String.valueOf(value)));
    ConfigurableApplicationContext context = application.run();
    pipelines(context);
    System.out.println("READY east " + east.baseUrl() + " west " + west.baseUrl());
  }

  private static void cluster(
      Map<String, Object> properties, int i, String name, SimulatedCluster cluster) {
    properties.put("gennaker.dcos.clusters[%d].name".formatted(i), name);
    properties.put(
        "gennaker.dcos.clusters[%d].dcos-url".formatted(i), cluster.baseUrl().toString());
    properties.put("gennaker.dcos.accounts[0].clusters[%d].name".formatted(i), name);
  }

  private static void user(Map<String, Object> properties, int i, String name, String role) {
    String user = "gennaker.security.users[%d].".formatted(i);
    properties.put(user + "name", name);
    properties.put(user + "password", "{noop}" + name);
    properties.put(user + "roles", role);
  }

  private static void fill(SimulatedCluster east, SimulatedCluster west) throws Exception {
    app(east, "/demo/shop-prod-web-v011", "web:1.8.1", 0, Map.of("gennaker.size", "12"), "{}");
    app(east, "/demo/shop-prod-web-v012", "web:1.8.2", 12, Map.of(), "{}");
    app(east, "/demo/shop-prod-web-v013", "web:1.8.3", 6, Map.of(), "{\"mem\":200000}");
    app(west, "/demo/shop-prod-web-v012", "web:1.8.2", 12, Map.of(), "{}");
    app(east, "/demo/shop-prod-cart-v044", "cart:2.3.0", 6, Map.of(), "{}");
    app(
        east,
        "/demo/shop-prod-search-v031",
        "search:5.12.0",
        120,
        Map.of(),
        "{\"cpus\":0.01,\"mem\":16}");
    app(
        east,
        "/demo/shop-prod-search-v030",
        "search:5.11.4",
        28,
        Map.of(),
        "{\"cpus\":0.01,\"mem\":16}");
    app(east, "/demo/shop-stage-pay-v007", "pay:3.1.4", 3, Map.of(), "{}");
    app(west, "/demo/shop-stage-web-v003", "web:1.9.0", 2, Map.of(), "{}");
    app(east, "/demo/billing-prod-invoice-v002", "invoice:7.0.1", 15, Map.of(), "{}");
    app(west, "/infra/logging/fluentd", "fluentd:1.16", 5, Map.of(), "{}");
    app(west, "/marathon-lb", "marathon-lb:1.15", 1, Map.of(), "{}");
  }

  private static void app(
      SimulatedCluster cluster,
      String id,
      String image,
      int instances,
      Map<String, String> labels,
      String more)
      throws IOException, InterruptedException {
    ObjectNode app = (ObjectNode) JSON.readTree(more);
    app.put("id", id).put("instances", instances);
    if (!app.has("cpus")) {
      app.put("cpus", 0.1);
    }
    if (!app.has("mem")) {
      app.put("mem", 64);
    }
    app.putObject("container")
        .put("type", "DOCKER")
        .putObject("docker")
        .put("image", "registry.local/shop/" + image);
    ObjectNode check = app.putArray("healthChecks").addObject();
    check.put("protocol", "MESOS_HTTP").put("path", "/health").put("portIndex", 0);
    app.putArray("portDefinitions").addObject().put("port", 0);
    app.remove("portDefinitions");
    app.putArray("networks").addObject().put("mode", "container/bridge");
    ((ObjectNode) app.get("container"))
        .putArray("portMappings")
        .addObject()
        .put("containerPort", 8080);
    ObjectNode all = app.putObject("labels");
    all.put("gennaker.user", "release");
    labels.forEach(all::put);
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + "/v2/apps"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(app.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      System.out.println(id + " " + answer.statusCode() + " " + answer.body());
    }
  }

  private static void pipelines(ConfigurableApplicationContext context) throws Exception {
    Applications applications = context.getBean(Applications.class);
    for (String name : new String[] {"shop", "billing", "accounts"}) {
      applications.save(name, JSON.createObjectNode().put("email", name + "@example.org"), ADMIN);
    }
    run(
        context,
        "shop",
        "web to prod",
        """
        {"type":"wait","refId":"1","name":"Soak","requisiteStageRefIds":[],"waitTime":1},
        {"type":"manualJudgment","refId":"2","name":"Go to dcos-west with web 1.8.3?","requisiteStageRefIds":["1"],
         "instructions":"The new group has served **all of dcos-east** for 10 minutes. Approve to start it in dcos-west, red/black; `web-v042` stays disabled for 1 h in case you want it back.",
         "judgmentInputs":[{"value":"now"},{"value":"22:00, low traffic"}]},
        {"type":"disableServerGroup","refId":"3","name":"Disable old web","requisiteStageRefIds":["2"],
         "cloudProvider":"dcos","credentials":"demo","regions":["dcos-east"],"cluster":"shop-prod-web","target":"ancestor_asg_dynamic"},
        {"type":"wait","refId":"4","name":"Watch it","requisiteStageRefIds":["3"],"waitTime":600}""");
    run(
        context,
        "billing",
        "nightly",
        """
        {"type":"manualJudgment","refId":"1","name":"Send invoices?","requisiteStageRefIds":[]},
        {"type":"wait","refId":"2","name":"Watch","requisiteStageRefIds":["1"],"waitTime":5}""");
    run(
        context,
        "shop",
        "soak",
        """
        {"type":"wait","refId":"1","name":"Short","requisiteStageRefIds":[],"waitTime":1},
        {"type":"wait","refId":"2","name":"Soak for two hours","requisiteStageRefIds":["1"],"waitTime":7200},
        {"type":"wait","refId":"3","name":"After","requisiteStageRefIds":["2"],"waitTime":10}""");
    for (int i = 0; i < 4; i++) {
      run(
          context,
          "accounts",
          "login to stage",
          """
          {"type":"wait","refId":"1","name":"a","requisiteStageRefIds":[],"waitTime":1},
          {"type":"wait","refId":"2","name":"b","requisiteStageRefIds":["1"],"waitTime":1}""");
    }
  }

  private static void run(
      ConfigurableApplicationContext context, String application, String name, String stages) {
    Pipelines pipelines = context.getBean(Pipelines.class);
    Pipeline pipeline =
        pipelines
            .find(application, name, ADMIN)
            .orElseGet(
                () ->
                    pipelines.save(
                        (ObjectNode)
                            JSON.readTree(
                                "{\"application\":\"%s\",\"name\":\"%s\",\"stages\":[%s]}"
                                    .formatted(application, name, stages)),
                        null,
                        "",
                        ADMIN));
    context
        .getBean(Executions.class)
        .start(
            StartRequest.of(pipeline, Map.of("type", "manual", "user", "dev")),
            new Actor("dev", Set.of(Actor.ADMIN)));
  }
}

package dev.gennaker.cloud.dcos.definition;

import dev.gennaker.cloud.dcos.marathon.App;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A marathon-lb from the fields of its form, and back. Spinnaker's fields, and what the catalogue
 * has.
 */
public final class BalancerBuilder {

  private static final String IMAGE = "mesosphere/marathon-lb:v1.15.0";
  private static final String MARATHON = "http://marathon.mesos:8080";
  private static final String STRICT = "https://marathon.mesos:8443";
  private static final String SYSCTL =
      "net.ipv4.tcp_tw_reuse=1 net.ipv4.tcp_fin_timeout=30 net.ipv4.tcp_max_syn_backlog=10240"
          + " net.ipv4.tcp_max_tw_buckets=400000 net.ipv4.tcp_max_orphans=60000"
          + " net.core.somaxconn=10000";
  private static final Set<String> SWITCHES =
      Set.of("sse", "--sse", "--health-check", "--haproxy-map", "--dont-bind-http-https");
  private static final Set<String> VALUES = Set.of("-m", "--marathon", "--group", "--ssl-certs");

  private BalancerBuilder() {}

  /** The app without its id. */
  public static ObjectNode build(Map<String, Object> definition, String account, String name) {
    JsonNode body = JsonMapper.shared().valueToTree(definition);
    ObjectNode app = Nodes.object();
    app.put("cpus", body.path("cpus").asDouble(2));
    app.put("mem", body.path("mem").asDouble(1024));
    app.put("instances", body.path("instances").asInt(1));
    roles(body, app);
    arguments(body, account + "_" + name, app.putArray("args"));
    environment(body, app);
    ObjectNode container = app.putObject("container").put("type", "DOCKER");
    container
        .putObject("docker")
        .put("image", body.path("image").asString(IMAGE))
        .put("privileged", true);
    app.putArray("networks").addObject().put("mode", "host");
    app.putArray("constraints").addArray().add("hostname").add("UNIQUE");
    app.put("requirePorts", true);
    ports(body, app.putArray("portDefinitions"));
    app.putArray("healthChecks")
        .addObject()
        .put("protocol", "HTTP")
        .put("path", "/_haproxy_health_check")
        .put("portIndex", 0)
        .put("gracePeriodSeconds", 60)
        .put("intervalSeconds", 5)
        .put("timeoutSeconds", 5)
        .put("maxConsecutiveFailures", 2);
    // Its ports are taken: one must go before another comes in its place.
    app.putObject("upgradeStrategy")
        .put("minimumHealthCapacity", 0.5)
        .put("maximumOverCapacity", 0);
    String templates = body.path("templatesUri").asString("");
    if (!templates.isBlank()) {
      app.putArray("fetch").addObject().put("uri", templates).put("extract", true);
    }
    return app;
  }

  private static void roles(JsonNode body, ObjectNode app) {
    ArrayNode roles = app.putArray("acceptedResourceRoles");
    if (body.path("acceptedResourceRoles").isEmpty()) {
      roles.add("slave_public");
    } else {
      Nodes.list(body.path("acceptedResourceRoles")).forEach(roles::add);
    }
  }

  private static void arguments(JsonNode body, String ownGroup, ArrayNode args) {
    boolean strict = !body.path("serviceAccountSecret").asString("").isBlank();
    args.add("sse").add("-m").add(body.path("marathonUrl").asString(strict ? STRICT : MARATHON));
    args.add("--health-check").add("--haproxy-map");
    args.add("--group").add(body.path("haproxyGroup").asString(ownGroup));
    if (!body.path("bindHttpHttps").asBoolean(true)) {
      args.add("--dont-bind-http-https");
    }
    String certificates = body.path("certificatePaths").asString("");
    if (!certificates.isBlank()) {
      args.add("--ssl-certs").add(certificates);
    }
  }

  private static void environment(JsonNode body, ObjectNode app) {
    ObjectNode env = app.putObject("env").put("HAPROXY_SYSCTL_PARAMS", SYSCTL);
    secret(body, "serviceAccountSecret", "DCOS_SERVICE_ACCOUNT_CREDENTIAL", app, env);
    secret(body, "certificateSecret", "HAPROXY_SSL_CERT", app, env);
    String options = body.path("globalOptions").asString("");
    if (!options.isBlank()) {
      env.put("HAPROXY_GLOBAL_DEFAULT_OPTIONS", options);
    }
  }

  private static void secret(
      JsonNode body, String field, String variable, ObjectNode app, ObjectNode env) {
    String source = body.path(field).asString("");
    if (!source.isBlank()) {
      env.putObject(variable).put("secret", field);
      app.withObjectProperty("secrets").putObject(field).put("source", source);
    }
  }

  private static void ports(JsonNode body, ArrayNode ports) {
    List<Integer> fixed = new ArrayList<>(List.of(9090, 9091));
    if (body.path("bindHttpHttps").asBoolean(true)) {
      fixed.addAll(List.of(80, 443));
    }
    fixed.forEach(port -> ports.addObject().put("port", port).put("protocol", "tcp"));
    JsonNode range = body.path("portRange");
    String protocol = range.path("protocol").asString("tcp");
    int from = range.path("minPort").asInt(10_000);
    for (int port = from; port <= range.path("maxPort").asInt(10_100); port++) {
      ports.addObject().put("port", port).put("protocol", protocol);
    }
  }

  /** What changes one that is there: what is not of the form stays, arguments and variables too. */
  public static ObjectNode over(ObjectNode built, App there) {
    ObjectNode change = built.deepCopy();
    ArrayNode args = (ArrayNode) change.get("args");
    List<String> before = there.json().path("args").valueStream().map(JsonNode::asString).toList();
    for (int i = 0; i < before.size(); i++) {
      if (VALUES.contains(before.get(i))) {
        i++;
      } else if (!SWITCHES.contains(before.get(i))) {
        args.add(before.get(i));
      }
    }
    ObjectNode env = Nodes.object();
    there
        .json()
        .path("env")
        .forEachEntry(
            (name, value) -> {
              if (!MANAGED.contains(name)) {
                env.set(name, value.deepCopy());
              }
            });
    change.set("env", env.setAll((ObjectNode) change.get("env")));
    for (String kept : List.of("healthChecks", "constraints", "upgradeStrategy", "networks")) {
      change.remove(kept);
    }
    change.putObject("container").setAll(container(built, there));
    return change;
  }

  private static final Set<String> MANAGED =
      Set.of(
          "DCOS_SERVICE_ACCOUNT_CREDENTIAL", "HAPROXY_SSL_CERT", "HAPROXY_GLOBAL_DEFAULT_OPTIONS");

  private static ObjectNode container(ObjectNode built, App there) {
    ObjectNode container =
        there.json().path("container").isObject()
            ? (ObjectNode) there.json().path("container").deepCopy()
            : Nodes.object();
    container
        .withObjectProperty("docker")
        .put("image", built.path("container").path("docker").path("image").asString(IMAGE));
    return container;
  }

  /** The fields of its form as it is. */
  public static Map<String, Object> read(App app) {
    Map<String, Object> body = new LinkedHashMap<>();
    JsonNode json = app.json();
    body.put("cpus", json.path("cpus").asDouble(2));
    body.put("mem", json.path("mem").asDouble(1024));
    body.put("instances", app.instances());
    body.put(
        "acceptedResourceRoles",
        json.path("acceptedResourceRoles").valueStream().map(JsonNode::asString).toList());
    body.put("image", app.image());
    List<Integer> ports = app.servicePorts();
    body.put("bindHttpHttps", ports.contains(80) && ports.contains(443));
    List<Integer> range =
        ports.stream()
            .filter(port -> !Set.of(80, 443, 9090, 9091).contains(port))
            .sorted()
            .toList();
    if (!range.isEmpty()) {
      body.put(
          "portRange",
          Map.of(
              "protocol",
              app.ports().getLast().path("protocol").asString("tcp"),
              "minPort",
              range.getFirst(),
              "maxPort",
              range.getLast()));
    }
    List<String> args = json.path("args").valueStream().map(JsonNode::asString).toList();
    Map<String, String> named =
        Map.of(
            "-m",
            "marathonUrl",
            "--marathon",
            "marathonUrl",
            "--group",
            "haproxyGroup",
            "--ssl-certs",
            "certificatePaths");
    for (int i = 0; i + 1 < args.size(); i++) {
      String field = named.get(args.get(i));
      if (field != null) {
        body.put(field, args.get(i + 1));
      }
    }
    for (String secret : List.of("serviceAccountSecret", "certificateSecret")) {
      put(body, secret, json.path("secrets").path(secret).path("source"));
    }
    put(body, "globalOptions", json.path("env").path("HAPROXY_GLOBAL_DEFAULT_OPTIONS"));
    put(body, "templatesUri", json.path("fetch").path(0).path("uri"));
    return body;
  }

  private static void put(Map<String, Object> body, String field, JsonNode value) {
    if (!value.asString("").isBlank()) {
      body.put(field, value.asString());
    }
  }
}

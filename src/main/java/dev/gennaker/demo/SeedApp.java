package dev.gennaker.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One Marathon app of the demo. Its labels are those the DC/OS provider writes: who owns it, which
 * version it is, its size before it was disabled.
 */
record SeedApp(
    String location,
    String id,
    int instances,
    Map<String, String> labels,
    Map<String, Object> runs) {

  /** A version of a service of application {@code shop}. */
  static SeedApp service(
      String location, String stack, String detail, int version, String tag, int size, Instant at) {
    String cluster = "shop-" + stack + "-" + detail;
    Map<String, String> labels =
        Map.of(
            "gennaker.application",
            "shop",
            "gennaker.cluster",
            cluster,
            "gennaker.sequence",
            String.valueOf(version),
            "gennaker.created",
            at.toString(),
            "gennaker.user",
            "demo");
    Map<String, Object> port =
        Map.of(
            "containerPort",
            8080,
            "hostPort",
            0,
            "protocol",
            "tcp",
            "name",
            "http",
            "labels",
            Map.of("VIP_0", "/demo/" + cluster + ":8080"));
    Map<String, Object> check =
        Map.of(
            "protocol", "MESOS_HTTP",
            "path", "/health",
            "portIndex", 0,
            "gracePeriodSeconds", 5,
            "intervalSeconds", 5,
            "timeoutSeconds", 2,
            // An instance that fails its check is shown, not replaced.
            "maxConsecutiveFailures", 0);
    return new SeedApp(
        location,
        "/demo/%s-v%03d".formatted(cluster, version),
        size,
        labels,
        Map.of(
            "networks", List.of(Map.of("mode", "container/bridge")),
            "container",
                Map.of(
                    "type", "DOCKER",
                    "docker", Map.of("image", "registry.local/shop/" + detail + ":" + tag),
                    "portMappings", List.of(port)),
            "healthChecks", List.of(check)));
  }

  /** Something others put there, that follows no naming. */
  static SeedApp unowned(String location, String id, String command, int size) {
    return new SeedApp(location, id, size, Map.of(), Map.of("cmd", command));
  }

  /** A marathon-lb as the catalogue installs it. */
  static SeedApp balancer(String location, String id, int size) {
    Map<String, Object> check =
        Map.of("protocol", "HTTP", "path", "/_haproxy_health_check", "portIndex", 0);
    return new SeedApp(
        location,
        id,
        size,
        Map.of(),
        Map.of(
            "args",
            List.of(
                "sse",
                "-m",
                "http://marathon.mesos:8080",
                "--health-check",
                "--haproxy-map",
                "--group",
                "external"),
            "networks",
            List.of(Map.of("mode", "host")),
            "container",
            Map.of(
                "type",
                "DOCKER",
                "docker",
                Map.of("image", "mesosphere/marathon-lb:v1.15.0", "privileged", true)),
            "requirePorts",
            true,
            "portDefinitions",
            List.of(Map.of("port", 9090), Map.of("port", 9091), Map.of("port", 80)),
            "healthChecks",
            List.of(check)));
  }

  /** The same, let in by marathon-lb under a host name. */
  SeedApp at(String host, String path) {
    SeedApp in = with("HAPROXY_GROUP", "external").with("HAPROXY_0_VHOST", host);
    return path.isEmpty() ? in : in.with("HAPROXY_0_PATH", path);
  }

  SeedApp disable() {
    return new SeedApp(location, id, 0, labels, runs).with("gennaker.size", "" + instances);
  }

  SeedApp by(String execution) {
    return execution.isEmpty() ? this : with("gennaker.execution", execution);
  }

  SeedApp with(String label, String value) {
    Map<String, String> more = new HashMap<>(labels);
    more.put(label, value);
    return new SeedApp(location, id, instances, more, runs);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new HashMap<>(runs);
    json.putAll(Map.of("id", id, "instances", instances, "cpus", 0.1, "mem", 64));
    json.put("labels", labels);
    return json;
  }
}

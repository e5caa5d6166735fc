package dev.gennaker.simulator.balancer;

import dev.gennaker.simulator.balancer.Backend.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From the apps of Marathon to the backends of HAProxy, by marathon-lb's rules. */
final class Merge {

  private Merge() {}

  /**
   * @param groups the HAPROXY groups it was started with
   * @param healthyOnly whether it was started with {@code --health-check}
   */
  static List<Backend> of(List<JsonNode> apps, Set<String> groups, boolean healthyOnly) {
    List<Face> faces = new ArrayList<>();
    Map<String, Face> shared = new LinkedHashMap<>();
    for (JsonNode app : apps) {
      Face face = Face.of(app);
      String group = face.label("HAPROXY_DEPLOYMENT_GROUP");
      if (group.isEmpty() || face.label("HAPROXY_DEPLOYMENT_ALT_PORT").isEmpty()) {
        faces.add(face);
      } else {
        shared.merge(group, face, Face::with);
      }
    }
    List<Backend> backends = new ArrayList<>();
    faces.forEach(
        face -> backends.addAll(of(face, face.app().path("id").asString(), groups, healthyOnly)));
    shared.forEach((group, face) -> backends.addAll(of(face, group, groups, healthyOnly)));
    return backends;
  }

  private static List<Backend> of(Face face, String id, Set<String> groups, boolean healthyOnly) {
    List<Backend> backends = new ArrayList<>();
    List<Integer> ports = servicePorts(face.app());
    for (int i = 0; i < ports.size(); i++) {
      String own = face.label("HAPROXY_" + i + "_GROUP");
      String group = own.isEmpty() ? face.label("HAPROXY_GROUP") : own;
      boolean asked =
          groups.contains("*")
              || Stream.of(group.split(",")).map(String::strip).anyMatch(groups::contains);
      if (asked && !face.label("HAPROXY_" + i + "_ENABLED").equalsIgnoreCase("false")) {
        String said = face.label("HAPROXY_" + i + "_PORT");
        int port = said.matches("\\d+") ? Integer.parseInt(said) : ports.get(i);
        int index = i;
        backends.add(
            new Backend(
                id.replaceFirst("^/", "").replace('/', '_') + "_" + port,
                port,
                face.tasks().stream()
                    .filter(task -> task.listed(healthyOnly))
                    .flatMap(task -> server(task, index))
                    .toList()));
      }
    }
    return backends;
  }

  private static Stream<Server> server(Face.Task task, int index) {
    JsonNode ports = task.task().path("ports");
    if (index >= ports.size()) {
      return Stream.empty();
    }
    String host = task.task().path("host").asString("");
    int port = ports.get(index).asInt();
    boolean down = task.checked() && !task.alive();
    String name = (host + "_" + port).replaceAll("[^a-zA-Z0-9]", "_");
    return Stream.of(new Server(name, task.id(), host, port, task.draining(), down));
  }

  private static List<Integer> servicePorts(JsonNode app) {
    JsonNode mappings = app.path("container").path("portMappings");
    return (mappings.isEmpty() ? app.path("portDefinitions") : mappings)
        .valueStream()
        .map(port -> port.path("servicePort").asInt(port.path("port").asInt(0)))
        .toList();
  }
}

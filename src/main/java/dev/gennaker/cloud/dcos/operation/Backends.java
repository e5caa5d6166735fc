package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.dcos.marathon.App;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How marathon-lb names tasks: by host or address and port, all but letters and digits replaced.
 */
final class Backends {

  private Backends() {}

  /** The task a server of HAProxy stands for. */
  static Optional<String> task(String server, List<App> apps) {
    String name = plain(server);
    for (App app : apps) {
      for (JsonNode task : app.tasks()) {
        if (named(name, task, app)) {
          return Optional.of(task.path("id").asString(""));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean named(String name, JsonNode task, App app) {
    String host = plain(task.path("host").asString(""));
    for (JsonNode port : task.path("ports")) {
      if (name.startsWith(host + "_") && name.endsWith("_" + port.asInt(0))) {
        return true;
      }
    }
    for (JsonNode address : task.path("ipAddresses")) {
      String ip = plain(address.path("ipAddress").asString(""));
      for (JsonNode port : app.ports()) {
        int inside = port.path("containerPort").asInt(port.path("port").asInt(0));
        if (!ip.isEmpty()
            && (name.equals(ip + "_" + inside) || name.equals(host + "_" + ip + "_" + inside))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(String text) {
    return text.replaceAll("[^a-zA-Z0-9]", "_");
  }
}

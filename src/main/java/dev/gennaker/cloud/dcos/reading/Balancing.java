package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.dcos.marathon.App;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Who sends traffic to whom by marathon-lb's HAPROXY groups. */
final class Balancing {

  private static final Pattern GROUP = Pattern.compile("HAPROXY_(\\d+_)?GROUP");

  private Balancing() {}

  /** The HAPROXY groups that an app's labels put it into. */
  static List<String> groups(Map<String, String> labels) {
    Set<String> groups = new LinkedHashSet<>();
    labels.forEach(
        (key, value) -> {
          if (GROUP.matcher(key).matches()) {
            List.of(value.split(",")).forEach(group -> groups.add(group.strip()));
          }
        });
    groups.remove("");
    return List.copyOf(groups);
  }

  /** The HAPROXY groups that a marathon-lb serves; empty for anything else. */
  static Set<String> balanced(App app) {
    boolean balancer =
        app.image().contains("marathon-lb") || !app.label("SPINNAKER_LOAD_BALANCER").isEmpty();
    if (!balancer) {
      return Set.of();
    }
    Set<String> groups = new LinkedHashSet<>();
    List<String> arguments = new ArrayList<>();
    app.json().path("args").valueStream().map(JsonNode::asString).forEach(arguments::add);
    arguments.addAll(List.of(app.json().path("cmd").asString("").split("\\s+")));
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("--group")) {
        groups.add(arguments.get(i + 1));
      }
    }
    return Set.copyOf(groups);
  }
}

package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.reading.Traffic.Entrance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What marathon-lb and VIPs make of an app's labels and ports. */
final class Balancing {

  private static final Pattern GROUP = Pattern.compile("HAPROXY_(\\d+_)?GROUP");
  private static final Pattern VIP = Pattern.compile("VIP_\\d+");

  /** The words a marathon-lb under another image's name is started with. */
  private static final Set<String> STARTS = Set.of("sse", "--sse", "poll", "event");

  private Balancing() {}

  static Traffic of(App app) {
    Map<String, String> labels = app.labels();
    List<String> balances = balanced(app);
    List<Entrance> entrances = entrances(app, labels);
    List<String> vips = vips(app, labels);
    return balances.isEmpty() && entrances.isEmpty() && vips.isEmpty()
        ? Traffic.NONE
        : new Traffic(balances, labelled(labels), entrances, vips);
  }

  /** The HAPROXY groups that an app's labels put it into. */
  static List<String> groups(Map<String, String> labels) {
    Set<String> groups = new LinkedHashSet<>();
    labels.forEach(
        (key, value) -> {
          if (GROUP.matcher(key).matches()) {
            groups.addAll(listed(value));
          }
        });
    return List.copyOf(groups);
  }

  private static List<String> listed(String value) {
    return Stream.of(value.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static boolean labelled(Map<String, String> labels) {
    return labels.containsKey(Label.LOAD_BALANCER) || labels.containsKey("SPINNAKER_LOAD_BALANCER");
  }

  /** The HAPROXY groups that a marathon-lb serves; empty for anything else. */
  private static List<String> balanced(App app) {
    List<String> arguments = new ArrayList<>();
    app.json().path("args").valueStream().map(JsonNode::asString).forEach(arguments::add);
    arguments.addAll(List.of(app.json().path("cmd").asString("").split("\\s+")));
    Set<String> groups = new LinkedHashSet<>();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("--group")) {
        groups.addAll(listed(arguments.get(i + 1)));
      }
    }
    boolean balancer =
        app.image().contains("marathon-lb")
            || labelled(app.labels())
            || arguments.stream().anyMatch(STARTS::contains);
    return balancer ? List.copyOf(groups) : List.of();
  }

  private static List<Entrance> entrances(App app, Map<String, String> labels) {
    if (labels.keySet().stream().noneMatch(key -> key.startsWith("HAPROXY_"))) {
      return List.of();
    }
    List<Integer> ports = app.servicePorts();
    List<Entrance> entrances = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      String at = "HAPROXY_" + i + "_";
      List<String> groups =
          listed(labels.getOrDefault(at + "GROUP", labels.getOrDefault("HAPROXY_GROUP", "")));
      boolean closed = labels.getOrDefault(at + "ENABLED", "true").equalsIgnoreCase("false");
      if (!groups.isEmpty() && !closed) {
        entrances.add(entrance(labels, at, ports.get(i), groups));
      }
    }
    return List.copyOf(entrances);
  }

  private static Entrance entrance(
      Map<String, String> labels, String at, int servicePort, List<String> groups) {
    List<String> hosts = listed(labels.getOrDefault(at + "VHOST", ""));
    String port = labels.getOrDefault(at + "PORT", "");
    return new Entrance(
        groups,
        hosts,
        labels.getOrDefault(at + "PATH", ""),
        port.matches("\\d{1,5}") ? Integer.parseInt(port) : servicePort,
        labels.getOrDefault(at + "MODE", hosts.isEmpty() ? "tcp" : "http"),
        labels.getOrDefault(at + "STICKY", "").equalsIgnoreCase("true"),
        labels.getOrDefault("HAPROXY_DEPLOYMENT_GROUP", ""));
  }

  private static List<String> vips(App app, Map<String, String> labels) {
    Set<String> vips = new TreeSet<>();
    collect(labels, vips);
    for (JsonNode port : app.ports()) {
      port.path("labels")
          .forEachEntry(
              (key, value) -> {
                if (VIP.matcher(key).matches() && !value.asString("").isBlank()) {
                  vips.add(value.asString("").strip());
                }
              });
    }
    return List.copyOf(vips);
  }

  private static void collect(Map<String, String> labels, Set<String> vips) {
    labels.forEach(
        (key, value) -> {
          if (VIP.matcher(key).matches() && !value.isBlank()) {
            vips.add(value.strip());
          }
        });
  }
}

package dev.gennaker.simulator.marathon;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Marathon says about itself. */
final class SystemResource {

  private final Model model;
  private final String address;

  SystemResource(Model model, String address) {
    this.model = model;
    this.address = address;
  }

  /** {@code leader} is host:port of the present leader. */
  Answer info(String leader) {
    ObjectNode out = Json.object("name", "marathon");
    out.put("version", model.generation.version)
        .put("buildref", model.generation.buildref)
        .put("elected", true)
        .put("leader", leader)
        .put("frameworkId", Agent.FRAMEWORK);
    out.set("marathon_config", config());
    out.putObject("zookeeper_config")
        .put("zk", "zk://" + host() + ":2181/marathon")
        .put("zk_compression", true)
        .put("zk_compression_threshold", 65536)
        .put("zk_connection_timeout", 10000)
        .put("zk_max_node_size", 1024000)
        .put("zk_max_versions", 50)
        .put("zk_session_timeout", 10000)
        .put("zk_timeout", 10000);
    out.putObject("http_config").put("http_port", port()).put("https_port", 8443);
    return Answer.ok(out);
  }

  private ObjectNode config() {
    ObjectNode out = Json.object();
    out.putNull("access_control_allow_origin");
    out.put("checkpoint", true).put("decline_offer_duration", 120000);
    out.putNull("default_network_name");
    out.putNull("env_vars_prefix");
    out.put("executor", "//cmd").put("failover_timeout", 604800);
    out.set("features", Json.strings(model.features.stream().sorted().toList()));
    out.put("framework_name", "marathon")
        .put("ha", true)
        .put("hostname", host())
        .put("launch_token", 100)
        .put("launch_token_refresh_interval", 30000)
        .put("leader_proxy_connection_timeout_ms", 5000)
        .put("leader_proxy_read_timeout_ms", 10000)
        .put("local_port_max", ServicePorts.MAX)
        .put("local_port_min", ServicePorts.MIN)
        .put("master", "zk://" + host() + ":2181/mesos")
        .put("max_instances_per_offer", 5)
        .put("mesos_bridge_name", "mesos-bridge")
        .put("mesos_heartbeat_failure_threshold", 5)
        .put("mesos_heartbeat_interval", 2000000000)
        .put("mesos_leader_ui_url", "http://" + host() + ":5050/")
        .put("mesos_role", model.features.contains("slave_public") ? "slave_public" : "*")
        .put("mesos_user", "root")
        .put("min_revive_offers_interval", 5000)
        .put("offer_matching_timeout", 3000)
        .put("on_elected_prepare_timeout", 180000)
        .put("reconciliation_initial_delay", 15000)
        .put("reconciliation_interval", 600000)
        .put("scale_apps_initial_delay", 15000)
        .put("scale_apps_interval", 300000)
        .put("store_cache", true)
        .put("task_launch_confirm_timeout", 300000)
        .put("task_launch_timeout", 300000)
        .put("task_lost_expunge_initial_delay", 300000)
        .put("task_lost_expunge_interval", 30000)
        .put("task_reservation_timeout", 20000);
    out.putNull("webui_url");
    if (model.generation.old()) {
      out.put("revive_offers_for_new_apps", true).put("revive_offers_repetitions", 3);
    } else {
      out.put("maintenance_mode", true).put("new_group_enforce_role", "Off");
    }
    return out;
  }

  private String host() {
    return address.substring(0, address.indexOf(':'));
  }

  private int port() {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1));
  }

  static Answer ping(Request request) {
    if (request.accept().isEmpty() || request.accepts("text/plain")) {
      return Answer.text(200, "text/plain", "pong");
    }
    if (request.accepts("text/html")) {
      return Answer.text(200, "text/html", "pong");
    }
    if (request.accepts("application/json")) {
      JsonNode pong = Json.parse("\"pong\"");
      return Answer.ok(pong);
    }
    return Answer.empty(204);
  }

  Answer metrics() {
    ObjectNode out = Json.object("version", "4.0.0");
    out.putObject("counters")
        .putObject("marathon.tasks.launched.counter")
        .put("count", model.instances.all().size());
    out.putObject("gauges")
        .putObject("marathon.apps.active.gauge")
        .put("value", model.catalog.root().apps().size());
    out.putObject("histograms");
    out.putObject("meters");
    out.putObject("timers");
    return Answer.ok(out);
  }
}

package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Marathon's rules for networks and ports. */
final class PortRules {

  private static final int LAST_PORT = 65_535;

  private final JsonNode app;
  private final Findings findings;

  PortRules(JsonNode app, Findings findings) {
    this.app = app;
    this.findings = findings;
  }

  void check() {
    networks();
    if (given(app.path("ports")) && given(app.path("portDefinitions"))) {
      findings.fault(
          "$.ports", "There are both ports and portDefinitions.", "Keep only portDefinitions.");
    }
    ports(app.path("portDefinitions"), "$.portDefinitions", "port");
    JsonNode container = app.path("container");
    ports(container.path("portMappings"), "$.container.portMappings", "containerPort");
    ports(
        container.path("docker").path("portMappings"),
        "$.container.docker.portMappings",
        "containerPort");
  }

  private void networks() {
    JsonNode networks = app.path("networks");
    if (!findings.list(networks, "$.networks", "The networks")) {
      return;
    }
    Set<String> modes = new HashSet<>();
    int index = 0;
    for (JsonNode network : networks) {
      String path = "$.networks[" + index++ + "]";
      JsonNode mode = network.path("mode");
      findings.oneOf(mode, path + ".mode", "The mode", "container", "container/bridge", "host");
      String name = mode.asString("container");
      modes.add(name);
      if (name.equals("container") && !given(network.path("name"))) {
        findings.fault(path + ".name", "A container network needs a name.", "Name it, e.g. dcos.");
      }
    }
    if (modes.size() > 1 || (networks.size() > 1 && !modes.equals(Set.of("container")))) {
      findings.fault(
          "$.networks",
          "Only container networks can be combined.",
          "Use one host network, one bridge network, or several container networks.");
    }
    if (!networks.isEmpty() && given(app.path("container").path("docker").path("network"))) {
      findings.fault(
          "$.container.docker.network",
          "The network is given in the old and in the new form.",
          "Remove container.docker.network.");
    }
  }

  private void ports(JsonNode ports, String path, String number) {
    if (!findings.list(ports, path, "The ports")) {
      return;
    }
    Set<String> names = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    int index = 0;
    for (JsonNode port : ports) {
      String at = path + "[" + index++ + "]";
      findings.whole(port.path(number), at + "." + number, "A port", 0, LAST_PORT);
      findings.whole(port.path("hostPort"), at + ".hostPort", "A host port", 0, LAST_PORT);
      findings.whole(port.path("servicePort"), at + ".servicePort", "A service port", 0, LAST_PORT);
      findings.oneOf(
          port.path("protocol"), at + ".protocol", "The protocol", "tcp", "udp", "udp,tcp");
      String name = port.path("name").asString("");
      if (!name.isEmpty() && !names.add(name)) {
        findings.fault(
            at + ".name", "The port name '" + name + "' is used twice.", "Choose another name.");
      }
      int value = port.path(number).asInt(0);
      if (number.equals("port") && value > 0 && !numbers.add(value)) {
        findings.fault(at + ".port", "The port " + value + " is used twice.", "Use another port.");
      }
    }
  }
}

package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pods as Marathon shows them. */
final class PodView {

  private final Model model;

  PodView(Model model) {
    this.model = model;
  }

  static ObjectNode definition(AppSpec pod) {
    return pod.json(false);
  }

  /** As the addresses of pods tell it. */
  JsonNode status(AppSpec pod) {
    ObjectNode out = member(pod);
    ((ObjectNode) out.at("/spec/scheduling")).remove("placement");
    return Json.plain(out);
  }

  /** As groups tell it. DEGRADED until as many instances run as are wanted. */
  ObjectNode member(AppSpec pod) {
    ObjectNode out = Json.object("id", pod.id);
    out.set("spec", definition(pod));
    List<AppInstance> placed =
        model.instances.of(pod.id).stream().filter(i -> i.state != null).toList();
    long running = placed.stream().filter(AppInstance::running).count();
    Instant since =
        placed.stream()
            .filter(i -> i.startedAt != null)
            .map(i -> i.startedAt == null ? pod.version : i.startedAt)
            .max(Instant::compareTo)
            .orElse(pod.version);
    String stamp = Json.stamp(since);
    out.put("status", running >= pod.instances ? "STABLE" : "DEGRADED").put("statusSince", stamp);
    ArrayNode instances = out.putArray("instances");
    placed.forEach(i -> instances.add(instance(i)));
    out.putArray("terminationHistory");
    out.put("lastUpdated", Json.stamp(model.heart.now())).put("lastChanged", stamp);
    return out;
  }

  private ObjectNode instance(AppInstance instance) {
    Instant at = instance.startedAt != null ? instance.startedAt : instance.spec.version;
    String since = Json.stamp(at);
    Agent agent = instance.agent;
    ObjectNode out = Json.object("id", instance.id);
    out.put("status", instance.running() ? "STABLE" : "PENDING").put("statusSince", since);
    out.putArray("conditions");
    out.put("agentHostname", agent == null ? "" : agent.host())
        .put("agentId", agent == null ? "" : agent.id());
    ObjectNode sum = out.putObject("resources");
    for (String name : List.of("cpus", "mem", "disk", "gpus")) {
      double total = Json.number(instance.spec.body.get("executorResources"), name, 0);
      if (instance.startedAt != null) {
        for (ObjectNode container : PodReader.containers(instance.spec)) {
          total += Json.number(container.get("resources"), name, 0);
        }
      }
      if (name.equals("gpus")) {
        sum.put(name, (int) total);
      } else {
        sum.put(name, total);
      }
    }
    ArrayNode networks = out.putArray("networks");
    if (agent != null && instance.startedAt != null) {
      networks.addObject().putArray("addresses").add(agent.host());
    }
    ArrayNode containers = out.putArray("containers");
    List<String> ids = instance.taskIds(model.generation);
    int index = 0;
    int port = 0;
    for (ObjectNode container : PodReader.containers(instance.spec)) {
      ObjectNode one = containers.addObject();
      one.put("name", Json.text(container, "name"))
          .put("status", instance.state)
          .put("statusSince", since);
      one.putArray("conditions");
      one.put("containerId", ids.get(index++));
      ArrayNode endpoints = one.putArray("endpoints");
      for (JsonNode endpoint : Json.items(container, "endpoints")) {
        ObjectNode shown = endpoints.addObject().put("name", Json.text(endpoint, "name"));
        if (endpoint.has("hostPort") && port < instance.ports.length) {
          shown.put("allocatedHostPort", instance.ports[port++]);
        }
      }
      if (instance.startedAt != null) {
        one.set("resources", container.get("resources"));
      }
      one.put("lastUpdated", since).put("lastChanged", since);
    }
    out.put(
        "specReference",
        "/v2/pods" + instance.appId() + "::versions/" + Json.stamp(instance.spec.version));
    out.putArray("localVolumes");
    out.put("lastUpdated", since).put("lastChanged", since);
    if (!model.generation.old()) {
      out.put("role", instance.spec.role());
    }
    return out;
  }

  /** What killing one instance answers. */
  ObjectNode killed(AppInstance instance) {
    Instant at = instance.startedAt != null ? instance.startedAt : instance.spec.version;
    ObjectNode out = Json.object();
    if (model.generation.old()) {
      out.putObject("instanceId").put("idString", instance.id);
      out.set("tasksMap", tasks(instance));
    } else {
      out.put("instanceId", instance.id);
    }
    ObjectNode state =
        out.putObject("state")
            .put("condition", instance.condition.name(model.generation))
            .put("since", Json.stamp(at))
            .put("activeSince", Json.stamp(at));
    if (!model.generation.old()) {
      state.put("goal", "Running");
    }
    Agent agent = instance.agent;
    ObjectNode info = out.putObject("agentInfo");
    info.put("host", agent == null ? "" : agent.host())
        .put("agentId", agent == null ? "" : agent.id())
        .putArray("attributes");
    out.put("runSpecVersion", Json.stamp(instance.spec.version));
    out.set("unreachableStrategy", instance.spec.unreachableStrategy());
    return out;
  }

  /** Its containers as the older Marathon tells them, without the status in base64. */
  private ObjectNode tasks(AppInstance instance) {
    ObjectNode out = Json.object();
    List<ObjectNode> containers = PodReader.containers(instance.spec);
    List<String> ids = instance.taskIds(model.generation);
    String host = instance.agent == null ? "" : instance.agent.host();
    int port = 0;
    for (int i = 0; i < ids.size(); i++) {
      ObjectNode task = out.putObject(ids.get(i));
      task.put("taskId", ids.get(i)).put("runSpecVersion", Json.stamp(instance.spec.version));
      ObjectNode status = task.putObject("status");
      if (instance.stagedAt != null) {
        status.put("stagedAt", Json.stamp(instance.stagedAt));
      }
      if (instance.startedAt != null) {
        status.put("startedAt", Json.stamp(instance.startedAt));
      }
      status.put("condition", instance.condition.name(model.generation));
      ObjectNode network = status.putObject("networkInfo").put("hostName", host);
      ArrayNode ports = network.putArray("hostPorts");
      for (JsonNode endpoint : Json.items(containers.get(i), "endpoints")) {
        if (endpoint.has("hostPort") && port < instance.ports.length) {
          ports.add(instance.ports[port++]);
        }
      }
      network.putArray("ipAddresses").addObject().put("ipAddress", host).put("protocol", "IPv4");
    }
    return out;
  }
}

package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A machine tasks run on. */
public record Agent(
    String id, String host, String rack, double cpus, double mem, double disk, int gpus) {

  public static final String FRAMEWORK = "4f2cf5b8-0000-4a3c-9b4c-000000000000-0000";

  /** Agents over three racks; the last one has the cluster's only GPUs. */
  public static List<Agent> fleet(int count) {
    List<Agent> agents = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      agents.add(
          new Agent(
              "4f2cf5b8-0000-4a3c-9b4c-000000000000-S" + i,
              "10.0." + (i / 250) + "." + (i % 250 + 1),
              "rack-" + (i % 3 + 1),
              32,
              131_072,
              1_000_000,
              i == count ? 4 : 0));
    }
    return List.copyOf(agents);
  }

  /** The offer this agent makes, as /v2/queue shows it. */
  ObjectNode offer(String offerId) {
    ObjectNode offer = Json.object("id", offerId).put("hostname", host).put("agentId", id);
    var resources = offer.putArray("resources");
    scalar(resources.addObject(), "cpus", cpus);
    scalar(resources.addObject(), "mem", mem);
    scalar(resources.addObject(), "disk", disk);
    ObjectNode ports = resources.addObject().put("name", "ports").put("role", "*");
    ports.putArray("ranges").addObject().put("begin", 10_000).put("end", 20_000);
    offer.putArray("attributes").addObject().put("name", "rack").put("text", rack);
    return offer;
  }

  private static void scalar(ObjectNode out, String name, double value) {
    out.put("name", name).put("role", "*").put("scalar", value);
  }
}

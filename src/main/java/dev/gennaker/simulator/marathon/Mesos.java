package dev.gennaker.simulator.marathon;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the Mesos master says about its agents and about Marathon's tasks. */
public final class Mesos {

  private final Model model;

  Mesos(Model model) {
    this.model = model;
  }

  /** GET /mesos/state-summary. */
  public ObjectNode summary() {
    return model.heart.run(
        () -> {
          ObjectNode out = Json.object("hostname", "127.0.0.1").put("cluster", "simulator");
          out.set("slaves", slaves());
          ObjectNode framework = out.putArray("frameworks").addObject();
          framework
              .put("id", Agent.FRAMEWORK)
              .put("name", "marathon")
              .put("active", true)
              .put("TASK_STAGING", count("TASK_STAGING"))
              .put("TASK_STARTING", count("TASK_STARTING"))
              .put("TASK_RUNNING", count("TASK_RUNNING"));
          return out;
        });
  }

  /** GET /mesos/slaves. */
  public ObjectNode agents() {
    return model.heart.run(
        () -> {
          ObjectNode out = Json.object();
          out.set("slaves", slaves());
          return out;
        });
  }

  private long count(String state) {
    return model.instances.all().stream().filter(i -> state.equals(i.state)).count();
  }

  private ArrayNode slaves() {
    ArrayNode out = Json.array();
    for (Agent agent : model.offers.agents()) {
      ObjectNode slave = out.addObject();
      slave.put("id", agent.id()).put("hostname", agent.host()).put("active", true);
      slave
          .putObject("resources")
          .put("cpus", agent.cpus())
          .put("mem", agent.mem())
          .put("disk", agent.disk())
          .put("gpus", agent.gpus());
      ObjectNode used = slave.putObject("used_resources");
      for (String resource : java.util.List.of("cpus", "mem", "disk", "gpus")) {
        used.put(resource, used(agent, resource));
      }
      slave.putObject("attributes").put("rack", agent.rack());
      slave.put("TASK_RUNNING", running(agent));
    }
    return out;
  }

  private double used(Agent agent, String resource) {
    return model.instances.all().stream()
        .filter(i -> i.alive() && agent.equals(i.agent))
        .mapToDouble(i -> Json.number(i.spec.body, resource, 0))
        .sum();
  }

  private long running(Agent agent) {
    return model.instances.all().stream().filter(i -> i.running() && agent.equals(i.agent)).count();
  }
}

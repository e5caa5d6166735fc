package dev.gennaker.simulator.marathon;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the Mesos master says about its agents and about Marathon's tasks. */
public final class Mesos {

  private static final List<String> RESOURCES = List.of("cpus", "mem", "disk", "gpus");

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
          use(framework.putObject("used_resources"), AppInstance::alive);
          return out;
        });
  }

  /** GET /mesos/roles. */
  public ObjectNode roles() {
    return model.heart.run(
        () -> {
          ObjectNode out = Json.object();
          ArrayNode list = out.putArray("roles");
          Set<String> roles = new TreeSet<>(Set.of("*"));
          model.instances.all().forEach(i -> roles.add(i.spec.role()));
          for (String role : roles) {
            ObjectNode one = list.addObject().put("name", role).put("weight", 1.0);
            one.putArray("frameworks").add(Agent.FRAMEWORK);
            use(one.putObject("allocated"), i -> i.alive() && role.equals(i.spec.role()));
            one.set("resources", one.get("allocated").deepCopy());
          }
          return out;
        });
  }

  private void use(ObjectNode out, Predicate<AppInstance> whose) {
    for (String resource : RESOURCES) {
      out.put(
          resource,
          model.instances.all().stream()
              .filter(whose)
              .mapToDouble(i -> Json.number(i.spec.body, resource, 0))
              .sum());
    }
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
      use(slave.putObject("used_resources"), i -> i.alive() && agent.equals(i.agent));
      slave.putObject("attributes").put("rack", agent.rack());
      slave.put("TASK_RUNNING", running(agent));
    }
    return out;
  }

  private long running(Agent agent) {
    return model.instances.all().stream().filter(i -> i.running() && agent.equals(i.agent)).count();
  }
}

package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Capacity.Use;
import dev.gennaker.cloud.ServerGroup.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the Mesos master tells of agents, roles and frameworks. */
public final class CapacityReader {

  private CapacityReader() {}

  /**
   * @param summary of /mesos/state-summary
   * @param roles of /mesos/roles; missing where it may not be asked
   */
  public static Capacity read(JsonNode summary, JsonNode roles, Instant now) {
    List<Use> agents =
        summary
            .path("slaves")
            .valueStream()
            .map(CapacityReader::agent)
            .sorted(Comparator.comparing(Use::name))
            .toList();
    Resources all = Capacity.sum(agents.stream().map(Use::total).toList());
    return new Capacity(
        now,
        agents,
        roles
            .path("roles")
            .valueStream()
            .map(role -> role(role, all))
            .filter(use -> !isNothing(use.used()) || !use.note().isEmpty())
            .sorted(Comparator.comparing(Use::name))
            .toList(),
        summary
            .path("frameworks")
            .valueStream()
            .map(framework -> framework(framework, all))
            .sorted(Comparator.comparing(Use::name))
            .toList());
  }

  private static Use agent(JsonNode agent) {
    List<String> notes = new ArrayList<>();
    String zone = agent.at("/domain/fault_domain/zone/name").asString("");
    if (!zone.isEmpty()) {
      notes.add("zone " + zone);
    }
    agent
        .path("attributes")
        .forEachEntry((key, value) -> notes.add(key + " " + value.asString("")));
    return new Use(
        agent.path("hostname").asString(agent.path("id").asString("")),
        String.join(", ", notes),
        agent.path("active").asBoolean(true),
        tasks(agent),
        resources(agent.path("used_resources")),
        resources(agent.path("resources")));
  }

  /** Older masters only tell what a role has together with what was offered to it. */
  private static Use role(JsonNode role, Resources all) {
    JsonNode limit = role.path("quota").path("limit");
    JsonNode guarantee = role.path("quota").path("guarantee");
    boolean limited = !limit.isEmpty();
    String name = role.path("name").asString("");
    return new Use(
        name,
        limited ? "limited by a quota" : guarantee.isEmpty() ? "" : "has a guaranteed quota",
        true,
        -1,
        resources(role.has("allocated") ? role.path("allocated") : role.path("resources")),
        limited ? limited(resources(limit), limit, all) : all);
  }

  private static Resources limited(Resources limit, JsonNode told, Resources all) {
    return new Resources(
        told.has("cpus") ? limit.cpus() : all.cpus(),
        told.has("mem") ? limit.mem() : all.mem(),
        told.has("disk") ? limit.disk() : all.disk(),
        told.has("gpus") ? limit.gpus() : all.gpus());
  }

  private static Use framework(JsonNode framework, Resources all) {
    boolean active = framework.path("active").asBoolean(true);
    boolean connected = framework.path("connected").asBoolean(true);
    return new Use(
        framework.path("name").asString(framework.path("id").asString("")),
        connected ? "" : "not connected",
        active,
        tasks(framework),
        resources(framework.path("used_resources")),
        all);
  }

  private static long tasks(JsonNode of) {
    return of.path("TASK_STAGING").asLong(0)
        + of.path("TASK_STARTING").asLong(0)
        + of.path("TASK_RUNNING").asLong(0);
  }

  private static Resources resources(JsonNode amounts) {
    return new Resources(
        amounts.path("cpus").asDouble(0),
        amounts.path("mem").asDouble(0),
        amounts.path("disk").asDouble(0),
        (int) Math.round(amounts.path("gpus").asDouble(0)));
  }

  private static boolean isNothing(Resources one) {
    return one.cpus() == 0 && one.mem() == 0 && one.disk() == 0 && one.gpus() == 0;
  }
}

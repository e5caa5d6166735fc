package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds a machine for a task: size, constraints and required ports; how full it is does not count.
 */
final class Offers {

  /** Why an offer does not fit, in the order Marathon looks. */
  enum Reject {
    UnfulfilledRole,
    UnfulfilledConstraint,
    NoCorrespondingReservationFound,
    AgentMaintenance,
    InsufficientCpus,
    InsufficientMemory,
    InsufficientDisk,
    InsufficientGpus,
    InsufficientPorts,
    DeclinedScarceResources
  }

  record Declined(Agent agent, Reject reason) {}

  /** Where the task goes, if anywhere, and the offers that did not fit on the way. */
  record Match(@Nullable Agent agent, List<Declined> declined) {}

  private final List<Agent> agents;
  private int turn;

  Offers(List<Agent> agents) {
    this.agents = agents;
  }

  List<Agent> agents() {
    return agents;
  }

  Match match(AppSpec app, Collection<AppInstance> peers) {
    List<Declined> declined = new ArrayList<>();
    for (int i = 0; i < agents.size(); i++) {
      Agent agent = agents.get((turn + i) % agents.size());
      Reject reason = reject(agent, app, peers);
      if (reason == null) {
        turn = (turn + i + 1) % agents.size();
        return new Match(agent, declined);
      }
      declined.add(new Declined(agent, reason));
    }
    return new Match(null, declined);
  }

  private @Nullable Reject reject(Agent agent, AppSpec app, Collection<AppInstance> peers) {
    for (JsonNode constraint : Json.items(app.body, "constraints")) {
      if (!fulfilled(agent, constraint, peers)) {
        return Reject.UnfulfilledConstraint;
      }
    }
    ObjectNode body = app.body;
    if (Json.number(body, "cpus", 0) > agent.cpus()) {
      return Reject.InsufficientCpus;
    }
    if (Json.number(body, "mem", 0) > agent.mem()) {
      return Reject.InsufficientMemory;
    }
    if (Json.number(body, "disk", 0) > agent.disk()) {
      return Reject.InsufficientDisk;
    }
    if (Json.number(body, "gpus", 0) > agent.gpus()) {
      return Reject.InsufficientGpus;
    }
    boolean taken =
        Json.bool(body, "requirePorts")
            && app.servicePorts.length > 0
            && peers.stream().anyMatch(p -> p.alive() && agent.equals(p.agent));
    return taken ? Reject.InsufficientPorts : null;
  }

  private boolean fulfilled(Agent agent, JsonNode constraint, Collection<AppInstance> peers) {
    String field = constraint.get(0).asString();
    String operator = constraint.get(1).asString();
    String value = constraint.size() > 2 ? constraint.get(2).asString() : null;
    String mine = attribute(agent, field);
    if (mine == null) {
      return operator.equals("UNLIKE");
    }
    List<String> theirs =
        peers.stream()
            .filter(p -> p.alive() && p.agent != null)
            .map(p -> attribute(p.agent, field))
            .toList();
    return switch (operator) {
      case "UNIQUE" -> !theirs.contains(mine);
      case "CLUSTER" -> value != null ? value.equals(mine) : theirs.stream().allMatch(mine::equals);
      case "IS" -> mine.equals(value);
      case "LIKE" -> matches(mine, value);
      case "UNLIKE" -> !matches(mine, value);
      case "MAX_PER" -> count(theirs, mine) < (value == null ? 1 : Integer.parseInt(value));
      case "GROUP_BY" -> count(theirs, mine) <= least(field, theirs);
      default -> true;
    };
  }

  private static long count(List<String> values, String one) {
    return values.stream().filter(one::equals).count();
  }

  private long least(String field, List<String> theirs) {
    return agents.stream()
        .map(a -> attribute(a, field))
        .distinct()
        .mapToLong(v -> v == null ? 0 : count(theirs, v))
        .min()
        .orElse(0);
  }

  private static boolean matches(String text, @Nullable String pattern) {
    try {
      return pattern != null && Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static @Nullable String attribute(@Nullable Agent agent, String field) {
    if (agent == null) {
      return null;
    }
    return switch (field) {
      case "hostname", "@hostname" -> agent.host();
      case "rack", "rack_id", "@zone" -> agent.rack();
      case "@region" -> "local";
      default -> null;
    };
  }
}

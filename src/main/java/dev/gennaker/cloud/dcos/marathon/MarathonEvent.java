package dev.gennaker.cloud.dcos.marathon;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A hint that something changed; what exactly is read from Marathon, as order is not promised. */
public record MarathonEvent(String type, JsonNode data) {

  /** Whether deployments began, went on or ended. */
  public boolean deployment() {
    return type.startsWith("deployment_");
  }

  /** Whether nobody can say what changed: another leader, a whole group. */
  public boolean everything() {
    return type.startsWith("scheduler_");
  }

  /** Ids of the apps and pods it is about. */
  public Set<String> apps() {
    Set<String> ids = new LinkedHashSet<>();
    add(ids, data.path("appId"));
    add(ids, data.path("runSpecId"));
    add(ids, data.path("appDefinition").path("id"));
    data.path("plan")
        .path("steps")
        .forEach(
            step ->
                step.path("actions")
                    .forEach(
                        action -> {
                          add(ids, action.path("app"));
                          add(ids, action.path("pod"));
                        }));
    return ids;
  }

  private static void add(Set<String> ids, JsonNode id) {
    if (id.isString()) {
      ids.add(id.asString(""));
    }
  }
}

package dev.gennaker.cloud.dcos.marathon;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A task as the Mesos master knows it, running or ended.
 *
 * @param executor the task's own id where it has no executor of its own
 * @param nested whether it is one of several in its executor, as in a pod
 */
public record MesosTask(
    String id,
    String agent,
    String framework,
    String executor,
    boolean nested,
    Map<String, String> labels) {

  static MesosTask of(JsonNode json) {
    String id = json.path("id").asString("");
    String executor = json.path("executor_id").asString("");
    boolean nested =
        json.path("statuses")
            .valueStream()
            .map(status -> status.path("container_status").path("container_id"))
            .anyMatch(container -> container.has("parent"));
    Map<String, String> labels = new HashMap<>();
    json.path("labels")
        .forEach(
            label -> labels.put(label.path("key").asString(""), label.path("value").asString("")));
    return new MesosTask(
        id,
        json.path("slave_id").asString(""),
        json.path("framework_id").asString(""),
        executor.isEmpty() ? id : executor,
        nested,
        labels);
  }
}

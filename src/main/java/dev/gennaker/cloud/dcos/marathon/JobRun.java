package dev.gennaker.cloud.dcos.marathon;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A run of a job.
 *
 * @param status {@code INITIAL}, {@code STARTING}, {@code ACTIVE}, {@code SUCCESS} or {@code
 *     FAILED}
 * @param tasks ids, the latest last; empty where an older Metronome does not tell for runs that are
 *     over
 * @param state of the latest task, Mesos' word; empty where it is not told
 */
public record JobRun(String id, String status, List<String> tasks, String state) {

  static JobRun active(JsonNode json) {
    List<JsonNode> tasks = json.path("tasks").valueStream().toList();
    return new JobRun(
        json.path("id").asString(""),
        json.path("status").asString(""),
        tasks.stream().map(task -> task.path("id").asString("")).toList(),
        tasks.isEmpty() ? "" : tasks.getLast().path("status").asString(""));
  }

  static JobRun ended(JsonNode json, String status) {
    List<String> tasks = json.path("tasks").valueStream().map(task -> task.asString("")).toList();
    return new JobRun(json.path("id").asString(""), status, tasks, "");
  }

  public boolean over() {
    return status.equals("SUCCESS") || status.equals("FAILED");
  }

  public boolean succeeded() {
    return status.equals("SUCCESS");
  }
}

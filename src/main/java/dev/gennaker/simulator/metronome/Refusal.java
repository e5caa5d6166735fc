package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import tools.jackson.databind.JsonNode;

/** Metronome says no: a status and the body it is told in. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final int status;
  private final transient JsonNode body;

  Refusal(int status, JsonNode body) {
    super(status + " " + body, null, false, false);
    this.status = status;
    this.body = body;
  }

  static Refusal of(int status, String message) {
    return new Refusal(status, Json.object("message", message));
  }

  static Refusal noRoute(String path) {
    return new Refusal(404, Json.object("message", "Unknown route.").put("requestPath", path));
  }

  static Refusal noJob(String id) {
    return new Refusal(404, Json.object("id", id).put("message", "Job not found"));
  }

  static Refusal noRun(String jobId, String runId) {
    return new Refusal(
        404, Json.object("jobSpec", jobId).put("id", runId).put("message", "Job Run not found"));
  }

  static Refusal noSchedule(String id) {
    return new Refusal(404, Json.object("id", id).put("message", "Schedule not found"));
  }

  Answer answer() {
    return Answer.json(status, body);
  }
}

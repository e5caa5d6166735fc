package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Agent;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One run of a job, with the definition it was started with. */
final class JobRun {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  final String id;
  final ObjectNode job;
  final Instant createdAt;
  final List<Task> tasks = new ArrayList<>();
  String status = "INITIAL";
  @Nullable Instant completedAt;
  Heart.@Nullable Timer next;
  Heart.@Nullable Timer latest;

  /** What Mesos runs for it. */
  static final class Task {
    final String id;
    final Agent agent;
    final ObjectNode job;
    final Instant startedAt;
    @Nullable Instant completedAt;
    String state = "TASK_STAGING";
    String message = "";

    Task(String id, ObjectNode job, Agent agent, Instant startedAt) {
      this.id = id;
      this.job = job;
      this.agent = agent;
      this.startedAt = startedAt;
    }
  }

  JobRun(String id, ObjectNode job, Instant createdAt) {
    this.id = id;
    this.job = job;
    this.createdAt = createdAt;
  }

  String jobId() {
    return Json.text(job, "id", "");
  }

  boolean over() {
    return completedAt != null;
  }

  static String stamp(Instant instant) {
    return STAMP.format(instant);
  }

  private static @Nullable String stampOf(@Nullable Instant instant) {
    return instant == null ? null : stamp(instant);
  }

  ObjectNode view() {
    ObjectNode out =
        Json.object("id", id)
            .put("jobId", jobId())
            .put("status", status)
            .put("createdAt", stamp(createdAt))
            .put("completedAt", stampOf(completedAt));
    ArrayNode list = out.putArray("tasks");
    for (Task task : tasks) {
      list.addObject()
          .put("id", task.id)
          .put("startedAt", stamp(task.startedAt))
          .put("completedAt", stampOf(task.completedAt))
          .put("status", task.state);
    }
    return out;
  }

  /** As history keeps it. */
  ObjectNode finished() {
    ObjectNode out =
        Json.object("id", id)
            .put("createdAt", stamp(createdAt))
            .put("finishedAt", stampOf(completedAt));
    out.set("tasks", Json.strings(tasks.stream().map(task -> task.id).toList()));
    return out;
  }
}

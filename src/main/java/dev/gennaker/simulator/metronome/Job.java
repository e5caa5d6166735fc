package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One job: what it is, when it runs by itself, what runs of it and what ran. */
final class Job {

  private static final int REMEMBERED = 1000;

  ObjectNode spec;
  final Map<String, Schedule> schedules = new LinkedHashMap<>();
  final Map<String, Heart.Timer> alarms = new LinkedHashMap<>();
  final Map<String, JobRun> active = new LinkedHashMap<>();
  private final List<JobRun> succeeded = new ArrayList<>();
  private final List<JobRun> failed = new ArrayList<>();

  Job(ObjectNode spec) {
    this.spec = spec;
  }

  String id() {
    return Json.text(spec, "id", "");
  }

  void ended(JobRun run) {
    active.remove(run.id);
    List<JobRun> list = run.status.equals("SUCCESS") ? succeeded : failed;
    list.addFirst(run);
    if (list.size() > REMEMBERED) {
      list.removeLast();
    }
  }

  ObjectNode view(Set<String> embed, java.time.Instant now) {
    ObjectNode out = spec.deepCopy();
    if (embed.contains("schedules")) {
      out.set("schedules", schedules(now));
    }
    if (embed.contains("activeRuns")) {
      ArrayNode list = out.putArray("activeRuns");
      active.values().forEach(run -> list.add(run.view()));
    }
    if (embed.contains("historySummary")) {
      summary(out.putObject("historySummary"));
    }
    if (embed.contains("history")) {
      ObjectNode history = summary(out.putObject("history"));
      ArrayNode good = history.putArray("successfulFinishedRuns");
      succeeded.forEach(run -> good.add(run.finished()));
      ArrayNode bad = history.putArray("failedFinishedRuns");
      failed.forEach(run -> bad.add(run.finished()));
    }
    return out;
  }

  ArrayNode schedules(java.time.Instant now) {
    ArrayNode list = Json.array();
    schedules.values().forEach(schedule -> list.add(schedule.view(now)));
    return list;
  }

  private ObjectNode summary(ObjectNode out) {
    return out.put("successCount", succeeded.size())
        .put("failureCount", failed.size())
        .put("lastSuccessAt", last(succeeded))
        .put("lastFailureAt", last(failed));
  }

  private static @Nullable String last(List<JobRun> runs) {
    return runs.isEmpty() || runs.getFirst().completedAt == null
        ? null
        : JobRun.stamp(runs.getFirst().completedAt);
  }
}

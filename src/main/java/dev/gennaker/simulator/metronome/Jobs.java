package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Request;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All jobs, and what can be asked of them. Called within the heart. */
final class Jobs {

  private static final List<String> EMBED =
      List.of("activeRuns", "schedules", "history", "historySummary");

  private final Heart heart;
  private final Runs runs;
  private final Map<String, Job> jobs = new TreeMap<>();

  Jobs(Heart heart, Runs runs) {
    this.heart = heart;
    this.runs = runs;
  }

  /**
   * @param path what follows /v1/jobs
   */
  Answer answer(Request request, List<String> path) {
    String method = request.method();
    if (path.isEmpty()) {
      return switch (method) {
        case "GET" -> list(request);
        case "POST" -> create(JobReader.job(JobReader.json(request.body())), List.of());
        default -> throw Refusal.noRoute(request.path());
      };
    }
    String id = path.getFirst();
    if (!Schemas.JOB_ID.matcher(id).matches()) {
      throw Refusal.of(400, "Not a valid id: " + id);
    }
    String rest = String.join("/", path.subList(1, path.size()));
    String last = path.getLast();
    String call = method + " " + rest.replaceFirst("^(runs|schedules)/[^/]+", "$1/*");
    return switch (call) {
      case "GET " -> Answer.ok(job(id).view(embed(request), heart.now()));
      case "PUT " -> update(id, request);
      case "DELETE " -> delete(job(id), request.flag("stopCurrentJobRuns", false));
      case "GET runs" -> Answer.ok(views(job(id)));
      case "POST runs" -> Answer.json(201, runs.start(job(id)).view());
      case "GET runs/*" -> Answer.ok(run(id, last).view());
      case "POST runs/*/actions/stop" -> stop(job(id), path.get(2));
      case "GET schedules" -> Answer.ok(job(id).schedules(heart.now()));
      case "POST schedules" -> addSchedule(job(id), request);
      case "GET schedules/*" -> Answer.ok(schedule(job(id), last).view(heart.now()));
      case "PUT schedules/*" -> changeSchedule(job(id), last, request);
      case "DELETE schedules/*" -> dropSchedule(job(id), last);
      default -> throw Refusal.noRoute(request.path());
    };
  }

  Answer createWithSchedules(Request request) {
    JsonNode in = JobReader.json(request.body());
    return create(JobReader.job(in), schedules(in));
  }

  Answer updateWithSchedules(String id, Request request) {
    JsonNode in = JobReader.json(request.body());
    List<Schedule> schedules = schedules(in);
    Answer answer = update(id, request);
    Job job = job(id);
    List.copyOf(job.schedules.keySet()).forEach(old -> drop(job, old));
    schedules.forEach(schedule -> put(job, schedule));
    return answer;
  }

  ArrayNode allRuns() {
    ArrayNode all = Json.array();
    jobs.values().forEach(job -> all.addAll(views(job)));
    return all;
  }

  private Answer list(Request request) {
    Set<String> embed = embed(request);
    ArrayNode out = Json.array();
    jobs.values().forEach(job -> out.add(job.view(embed, heart.now())));
    return Answer.ok(out);
  }

  private static Set<String> embed(Request request) {
    Set<String> embed = new HashSet<>();
    request.all("embed").forEach(value -> embed.addAll(List.of(value.split(","))));
    if (!EMBED.containsAll(embed)) {
      throw Refusal.of(
          400, "Unknown embed options. Valid options are: " + String.join(", ", EMBED));
    }
    return embed;
  }

  private static List<Schedule> schedules(JsonNode in) {
    Set<Schedule> all = new LinkedHashSet<>();
    Json.items(in, "schedules").forEach(one -> all.add(Schedule.read(one)));
    return List.copyOf(all);
  }

  private Answer create(ObjectNode spec, List<Schedule> schedules) {
    Job job = new Job(spec);
    if (jobs.putIfAbsent(job.id(), job) != null) {
      throw Refusal.of(409, "Job with this id already exists");
    }
    schedules.forEach(schedule -> put(job, schedule));
    return Answer.json(201, spec);
  }

  private Answer update(String id, Request request) {
    ObjectNode spec = JobReader.job(JobReader.json(request.body()));
    Job job = job(id);
    job.spec = spec.put("id", id);
    return Answer.ok(spec);
  }

  private Answer delete(Job job, boolean stop) {
    if (!job.active.isEmpty() && !stop) {
      throw Refusal.of(409, "There are active job runs. Override with stopCurrentJobRuns=true");
    }
    List.copyOf(job.active.values()).forEach(run -> runs.stop(job, run));
    List.copyOf(job.schedules.keySet()).forEach(id -> drop(job, id));
    jobs.remove(job.id());
    return Answer.ok(job.spec);
  }

  private Answer stop(Job job, String runId) {
    JobRun run = run(job.id(), runId);
    runs.stop(job, run);
    return Answer.ok(run.view());
  }

  private Answer addSchedule(Job job, Request request) {
    Schedule schedule = Schedule.read(JobReader.json(request.body()));
    if (job.schedules.containsKey(schedule.id())) {
      throw Refusal.of(409, "requirement failed: Can only create a non existing schedule");
    }
    if (!job.schedules.isEmpty()) {
      throw Refusal.of(409, "requirement failed: Only one schedule supported at the moment");
    }
    put(job, schedule);
    return Answer.json(201, schedule.view(heart.now()));
  }

  private Answer changeSchedule(Job job, String id, Request request) {
    Schedule schedule = Schedule.read(JobReader.json(request.body()));
    schedule(job, id);
    drop(job, id);
    put(job, schedule);
    return Answer.ok(schedule.view(heart.now()));
  }

  private Answer dropSchedule(Job job, String id) {
    schedule(job, id);
    drop(job, id);
    return Answer.empty(200);
  }

  private void put(Job job, Schedule schedule) {
    job.schedules.put(schedule.id(), schedule);
    arm(job, schedule);
  }

  private void arm(Job job, Schedule schedule) {
    Instant next = schedule.next(heart.now());
    if (next == null || !schedule.enabled()) {
      return;
    }
    job.alarms.put(
        schedule.id(),
        heart.after(
            heart.secondsUntil(next),
            () -> {
              if (!schedule.forbid() || job.active.isEmpty()) {
                runs.start(job);
              }
              arm(job, schedule);
            }));
  }

  private static void drop(Job job, String id) {
    job.schedules.remove(id);
    Heart.Timer alarm = job.alarms.remove(id);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private Job job(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      throw Refusal.noJob(id);
    }
    return job;
  }

  /** Only runs that are not over can be asked for. */
  private JobRun run(String jobId, String runId) {
    Job job = jobs.get(jobId);
    JobRun run = job == null ? null : job.active.get(runId);
    if (run == null) {
      throw Refusal.noRun(jobId, runId);
    }
    return run;
  }

  private static Schedule schedule(Job job, String id) {
    Schedule schedule = job.schedules.get(id);
    if (schedule == null) {
      throw Refusal.noSchedule(id);
    }
    return schedule;
  }

  private static ArrayNode views(Job job) {
    ArrayNode out = Json.array();
    job.active.values().forEach(run -> out.add(run.view()));
    return out;
  }
}

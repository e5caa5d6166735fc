package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.files.SandboxSource;
import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Request;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One simulated Metronome, which shares the heart and the knobs of its cluster. */
public final class Metronome {

  private static final System.Logger LOG = System.getLogger(Metronome.class.getName());

  private final Heart heart;
  private final Runs runs;
  private final Jobs jobs;

  public Metronome(Heart heart, Supplier<Knobs> cluster, int agents, long seed) {
    this.heart = heart;
    this.runs = new Runs(heart, cluster, agents, seed);
    this.jobs = new Jobs(heart, runs);
  }

  /** Answers one call; never throws for anything a client can send. */
  public Answer answer(Request request) {
    return heart.run(
        () -> {
          try {
            return route(request);
          } catch (Refusal refusal) {
            return refusal.answer();
          } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer " + request.method() + " " + request.path(), e);
            return Answer.json(500, Json.object("message", "The simulator broke: " + e));
          }
        });
  }

  private Answer route(Request request) {
    List<String> path =
        Arrays.stream(request.path().split("/")).filter(part -> !part.isEmpty()).toList();
    String call =
        request.method() + " " + String.join("/", path.subList(0, Math.min(2, path.size())));
    List<String> rest = path.subList(Math.min(2, path.size()), path.size());
    return switch (call) {
      case "GET ping" -> Answer.text(200, "text/plain", "pong");
      case "GET v1/runs" -> Answer.ok(jobs.allRuns());
      case "POST v0/scheduled-jobs" -> jobs.createWithSchedules(request);
      case "PUT v0/scheduled-jobs" -> jobs.updateWithSchedules(String.join("/", rest), request);
      default -> {
        if (path.size() < 2 || !path.get(0).equals("v1") || !path.get(1).equals("jobs")) {
          throw Refusal.noRoute(request.path());
        }
        yield jobs.answer(request, rest);
      }
    };
  }

  /**
   * Turns a knob of one job, named as its label would be; null takes it away.
   *
   * @throws IllegalArgumentException when no knob is called so
   */
  public void turn(String jobId, String knob, @Nullable String value) {
    heart.run(
        () -> {
          runs.knobs.turn(jobId, knob, value);
          return true;
        });
  }

  /** What the Mesos master answers to GET_TASKS, as far as jobs go. */
  public ObjectNode tasks() {
    return heart.run(
        () -> {
          ObjectNode out = Json.object("type", "GET_TASKS");
          ObjectNode all = out.putObject("get_tasks");
          all.putArray("pending_tasks");
          ArrayNode running = all.putArray("tasks");
          ArrayNode completed = all.putArray("completed_tasks");
          for (JobRun.Task task : runs.tasks()) {
            write(task, (task.completedAt == null ? running : completed).addObject());
          }
          return out;
        });
  }

  /** Where the tasks of jobs run and ran. */
  public SandboxSource sandboxes() {
    return new JobSandboxes(runs);
  }

  private static void write(JobRun.Task task, ObjectNode out) {
    out.put("name", task.id).put("state", task.state);
    out.putObject("task_id").put("value", task.id);
    out.putObject("framework_id").put("value", JobSandboxes.FRAMEWORK);
    out.putObject("agent_id").put("value", task.agent.id());
    ObjectNode status = out.putArray("statuses").addObject();
    status.putObject("task_id").put("value", task.id);
    status.put("state", task.state);
    if (!task.message.isEmpty()) {
      status.put("message", task.message);
    }
  }
}

package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.marathon.Agent;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** The life of runs: placed, staged, started, running, over. Called within the heart. */
final class Runs {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int REMEMBERED = 10_000;
  private static final double AGAIN = 2;

  private final Heart heart;
  private final Supplier<Knobs> cluster;
  private final List<Agent> agents;
  private final Random random;
  final JobKnobs knobs = new JobKnobs();
  private final List<JobRun.Task> tasks = new ArrayList<>();

  Runs(Heart heart, Supplier<Knobs> cluster, int agents, long seed) {
    this.heart = heart;
    this.cluster = cluster;
    this.agents = Agent.fleet(agents);
    this.random = new Random(seed);
  }

  /** What Mesos knows of the tasks of jobs, also of those that are over. */
  List<JobRun.Task> tasks() {
    return tasks;
  }

  JobRun start(Job job) {
    StringBuilder id = new StringBuilder(ID.format(heart.now()));
    for (int i = 0; i < 5; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    JobRun run = new JobRun(id.toString(), job.spec, heart.now());
    job.active.put(run.id, run);
    double patience = Json.number(run.job.path("run"), "maxLaunchDelay", 3600);
    run.latest =
        heart.after(
            patience,
            () -> {
              if (!run.status.equals("ACTIVE")) {
                stop(job, run);
              }
            });
    then(run, 0, () -> launch(job, run));
    return run;
  }

  private void then(JobRun run, double seconds, Runnable work) {
    run.next =
        heart.after(
            seconds,
            () -> {
              if (!run.over()) {
                work.run();
              }
            });
  }

  private void launch(Job job, JobRun run) {
    run.status = "STARTING";
    place(job, run, knobs.seconds(run.job, "OFFER_SECONDS", cluster.get().offerSeconds()));
  }

  private void place(Job job, JobRun run, double seconds) {
    then(
        run,
        seconds,
        () -> {
          if (cluster.get().noOffers() || knobs.on(run.job, "NO_OFFERS")) {
            place(job, run, AGAIN);
          } else {
            stage(job, run);
          }
        });
  }

  private void stage(Job job, JobRun run) {
    String id =
        "%s_%s.%s"
            .formatted(
                run.jobId().replace('.', '_'),
                run.id,
                new UUID(random.nextLong(), random.nextLong()));
    JobRun.Task task =
        new JobRun.Task(id, run.job, agents.get(tasks.size() % agents.size()), heart.now());
    run.tasks.add(task);
    tasks.add(task);
    if (tasks.size() > REMEMBERED) {
      tasks.removeFirst();
    }
    if (knobs.on(run.job, "NEVER_RUNNING")) {
      return;
    }
    double start = knobs.seconds(run.job, "START_SECONDS", cluster.get().startSeconds());
    then(
        run,
        knobs.seconds(run.job, "STAGE_SECONDS", cluster.get().stageSeconds()),
        () -> {
          task.state = "TASK_STARTING";
          then(run, start, () -> runs(job, run, task));
        });
  }

  private void runs(Job job, JobRun run, JobRun.Task task) {
    task.state = "TASK_RUNNING";
    run.status = "ACTIVE";
    if (knobs.on(run.job, "NEVER_ENDS")) {
      return;
    }
    then(run, knobs.seconds(run.job, "RUN_SECONDS", 1), () -> exits(job, run, task));
  }

  private void exits(Job job, JobRun run, JobRun.Task task) {
    int code = knobs.whole(run.job, "EXIT_CODE", 0);
    boolean fails = knobs.fails(run.job, run.tasks.size());
    if (code == 0 && !fails) {
      end(task, "TASK_FINISHED", "Command exited with status 0");
      over(job, run, "SUCCESS");
      return;
    }
    String said = "Command exited with status " + (code == 0 ? 1 : code);
    end(task, "TASK_FAILED", knobs.message(run.job, said));
    if (again(run)) {
      launch(job, run);
    } else {
      over(job, run, "FAILED");
    }
  }

  private boolean again(JobRun run) {
    var restart = run.job.path("run").path("restart");
    double deadline = Json.number(restart, "activeDeadlineSeconds", Double.MAX_VALUE);
    return Json.text(restart, "policy", "NEVER").equals("ON_FAILURE")
        && heart.secondsSince(run.createdAt) < deadline;
  }

  /** Asks it to end; what does not run yet ends at once. */
  void stop(Job job, JobRun run) {
    JobRun.Task task = run.tasks.isEmpty() ? null : run.tasks.getLast();
    if (task == null || task.completedAt != null) {
      over(job, run, "FAILED");
      return;
    }
    if (knobs.on(run.job, "NEVER_KILLED")) {
      return;
    }
    if (run.next != null) {
      run.next.cancel();
    }
    then(
        run,
        knobs.seconds(run.job, "KILL_SECONDS", cluster.get().killSeconds()),
        () -> {
          end(task, "TASK_KILLED", "Command terminated with signal Terminated");
          over(job, run, "FAILED");
        });
  }

  private void end(JobRun.Task task, String state, String message) {
    task.state = state;
    task.message = message;
    task.completedAt = heart.now();
  }

  private void over(Job job, JobRun run, String status) {
    Instant now = heart.now();
    run.status = status;
    run.completedAt = now;
    for (Heart.Timer timer : new Heart.Timer[] {run.next, run.latest}) {
      if (timer != null) {
        timer.cancel();
      }
    }
    job.ended(run);
  }
}

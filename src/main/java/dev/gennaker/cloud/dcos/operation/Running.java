package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.Fault;
import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Operation.RunJob;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.definition.JobCheck;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Job;
import dev.gennaker.cloud.dcos.marathon.JobRun;
import dev.gennaker.cloud.dcos.marathon.Metronome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs a job to its end, once. Every run has a job of its own, whose id follows from the
 * operation's key: nobody can swap its image, and after a crash it is found again with its one run.
 */
final class Running {

  private static final String RUN = "run";
  private static final String TASK = "task";
  private static final String OUTPUTS = "outputs";
  private static final String LOST = "lostSince";
  private static final Duration HISTORY = Duration.ofMinutes(1);

  private final Clock clock;
  private final LastLines lines;

  Running(Clock clock, LastLines lines) {
    this.clock = clock;
    this.lines = lines;
  }

  Progress go(RunJob operation, Metronome metronome, String key, Memory memory, OnBehalf by) {
    if (!memory.knows(RUN)) {
      List<Fault> faults = JobCheck.check(operation.definition());
      if (!faults.isEmpty()) {
        return wrong(metronome, faults);
      }
    }
    ObjectNode job = OneJob.of(operation.definition(), key, by);
    String id = job.path("id").asString("");
    Ended ended = new Ended(operation, metronome, id, lines);
    if (memory.facts().get(OUTPUTS) instanceof Map<?, ?> outputs) {
      metronome.delete(id);
      Map<String, Object> all = new HashMap<>();
      outputs.forEach((name, value) -> all.put(String.valueOf(name), value));
      return new Progress.Finished(all);
    }
    Optional<Job> seen = metronome.job(id);
    if (seen.isEmpty() && memory.knows(RUN)) {
      return failed("Somebody deleted job %s on %s while it ran.", metronome, id, memory);
    }
    if (seen.isPresent() && !OneJob.same(seen.get(), job)) {
      return failed("Somebody changed job %s on %s; its runs are not ours.", metronome, id, memory);
    }
    Optional<JobRun> run = seen.flatMap(Job::run);
    if (run.isEmpty() && memory.knows(RUN)) {
      return lost(metronome, id, memory);
    }
    if (seen.isEmpty() && !created(metronome, job)) {
      return new Progress.Working(
          "job %s appeared on %s meanwhile; it is looked at again"
              .formatted(id, metronome.cluster()),
          null,
          Map.of("jobId", id),
          memory.facts());
    }
    JobRun now = run.isPresent() ? run.get() : metronome.start(id);
    memory.put(RUN, now.id());
    memory.forget(LOST);
    if (!now.tasks().isEmpty()) {
      memory.put(TASK, now.tasks().getLast());
    }
    if (now.over()) {
      return ended(ended, now, operation, memory);
    }
    return operation.await()
        ? working(now, metronome, id, memory)
        : new Progress.Finished(ended.outputs(now, "RUNNING"));
  }

  /** Stops what runs under the key; nothing is fine too. */
  void callOff(RunJob operation, Metronome metronome, String key, OnBehalf by) {
    ObjectNode job = OneJob.of(operation.definition(), key, by);
    String id = job.path("id").asString("");
    metronome
        .job(id)
        .filter(seen -> OneJob.own(seen, key))
        .flatMap(Job::run)
        .filter(run -> !run.over())
        .ifPresent(run -> metronome.stop(id, run.id()));
  }

  /** False when a job of that id is there after all. */
  private static boolean created(Metronome metronome, ObjectNode job) {
    try {
      metronome.create(job);
      return true;
    } catch (DcosFault fault) {
      if (fault.why() instanceof Why.Taken) {
        return false;
      }
      throw fault;
    }
  }

  private static Progress ended(Ended ended, JobRun run, RunJob operation, Memory memory) {
    if (!run.succeeded()) {
      return ended.failure(run, memory.text(TASK));
    }
    Map<String, Object> outputs = ended.outputs(run, "SUCCEEDED");
    outputs.put("exitCode", 0);
    if (!memory.text(TASK).isEmpty()) {
      outputs.put("taskId", memory.text(TASK));
    }
    if (operation.keep()) {
      return new Progress.Finished(outputs);
    }
    // Remembered first: a job that is gone must not look like one that was never started.
    memory.put(OUTPUTS, outputs);
    return new Progress.Working(
        "%s ended well; removing its definition".formatted(ended.id()),
        1.0,
        outputs,
        memory.facts());
  }

  private static Progress working(JobRun run, Metronome metronome, String id, Memory memory) {
    String where = metronome.cluster();
    String attempt = run.tasks().size() > 1 ? ", attempt " + run.tasks().size() : "";
    String reason =
        switch (run.status()) {
          case "ACTIVE" -> "job %s runs on %s%s".formatted(id, where, attempt);
          default ->
              run.tasks().isEmpty()
                  ? "job %s waits for an agent of %s that fits it".formatted(id, where)
                  : "job %s is being started on %s%s".formatted(id, where, attempt);
        };
    Map<String, Object> evidence = new HashMap<>();
    evidence.put("jobId", id);
    evidence.put("runId", run.id());
    evidence.put("status", run.status());
    evidence.put("tasks", run.tasks());
    if (!run.state().isEmpty()) {
      evidence.put("taskState", run.state());
    }
    return new Progress.Working(reason, null, evidence, memory.facts());
  }

  /** Metronome forgets a run a moment before it writes down how it ended. */
  private Progress lost(Metronome metronome, String id, Memory memory) {
    Instant now = clock.instant();
    Instant since = memory.knows(LOST) ? Instant.parse(memory.text(LOST)) : now;
    memory.put(LOST, since.toString());
    return Duration.between(since, now).compareTo(HISTORY) > 0
        ? failed("Job %s on %s is over, but nobody knows how it ended.", metronome, id, memory)
        : new Progress.Working(
            "job %s is over on %s; waiting to be told how it ended"
                .formatted(id, metronome.cluster()),
            null,
            Map.of("jobId", id, "runId", memory.text(RUN)),
            memory.facts());
  }

  private static Progress.Failed failed(
      String sentence, Metronome metronome, String id, Memory memory) {
    return new Progress.Failed(
        sentence.formatted(id, metronome.cluster()),
        true,
        Map.of("jobId", id, "runId", memory.text(RUN), "cluster", metronome.cluster()));
  }

  private static Progress.Failed wrong(Metronome metronome, List<Fault> faults) {
    Fault first = faults.getFirst();
    String more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : "";
    return new Progress.Failed(
        "The job cannot be run on %s: at %s: %s %s%s"
            .formatted(metronome.cluster(), first.path(), first.message(), first.fix(), more),
        false,
        Map.of(
            "faults",
            faults.stream().map(f -> f.path() + ": " + f.message() + " " + f.fix()).toList()));
  }
}

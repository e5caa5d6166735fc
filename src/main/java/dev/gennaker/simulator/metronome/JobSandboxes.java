package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.files.Sandbox;
import dev.gennaker.simulator.files.SandboxSource;
import dev.gennaker.simulator.marathon.Agent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the tasks of jobs run and ran. */
record JobSandboxes(Runs runs) implements SandboxSource {

  static final String FRAMEWORK = Agent.FRAMEWORK.replaceAll(".$", "1");

  @Override
  public @Nullable Sandbox find(String task) {
    return runs.tasks().stream()
        .filter(one -> one.id.equals(task))
        .findFirst()
        .map(this::of)
        .orElse(null);
  }

  @Override
  public Stream<Sandbox> all() {
    return runs.tasks().stream().map(this::of);
  }

  private Sandbox of(JobRun.Task task) {
    return new Sandbox(
        task.id,
        FRAMEWORK,
        task.agent,
        task.job.path("labels"),
        task.startedAt,
        task.completedAt,
        task.state,
        task.state.equals("TASK_FAILED") ? task.message : "",
        runs.knobs.log(task.job));
  }
}

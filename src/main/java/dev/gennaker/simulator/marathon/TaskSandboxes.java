package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.files.Sandbox;
import dev.gennaker.simulator.files.SandboxSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where Marathon's tasks run and ran; only the ended ones are kept, the newest of them. */
final class TaskSandboxes implements SandboxSource {

  private static final int REMEMBERED = 10_000;

  private final Model model;
  private final Map<String, Sandbox> ended = new LinkedHashMap<>();

  TaskSandboxes(Model model) {
    this.model = model;
  }

  /** A task came to its end; called while its instance still tells where it ran. */
  void ended(AppInstance instance, String state, String message) {
    boolean failed = !state.equals("TASK_FINISHED") && !state.equals("TASK_KILLED");
    Sandbox sandbox = of(instance, state, failed ? message : "", model.heart.now());
    if (sandbox == null) {
      return;
    }
    ended.put(sandbox.task(), sandbox);
    if (ended.size() > REMEMBERED) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  @Override
  public @Nullable Sandbox find(String task) {
    Sandbox over = ended.get(task);
    AppInstance instance = over == null ? model.instances.byTask(task) : null;
    return instance == null ? over : running(instance);
  }

  @Override
  public Stream<Sandbox> all() {
    return Stream.concat(
        ended.values().stream(),
        model.instances.all().stream().flatMap(one -> Stream.ofNullable(running(one))));
  }

  private @Nullable Sandbox running(AppInstance instance) {
    String state = instance.state;
    return state == null ? null : of(instance, state, "", null);
  }

  private @Nullable Sandbox of(
      AppInstance instance, String state, String message, @Nullable Instant end) {
    Agent agent = instance.agent;
    Instant begun = instance.stagedAt;
    if (agent == null || begun == null || instance.spec.pod()) {
      return null;
    }
    return new Sandbox(
        instance.taskId(model.generation),
        Agent.FRAMEWORK,
        agent,
        instance.spec.body.path("labels"),
        begun,
        end,
        state,
        message,
        model.behaviour.log(instance.spec));
  }
}

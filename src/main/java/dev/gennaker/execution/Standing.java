package dev.gennaker.execution;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An execution that is not over, and where it stands.
 *
 * @param since since when it stands there: in line, paused, or with the stage that waits
 * @param waiting what it waits for, one sentence; empty when for nothing
 */
public record Standing(
    String id,
    Execution.Kind kind,
    String application,
    String name,
    ExecutionStatus status,
    Instant since,
    String waiting) {

  /** Where to go on behind this one; opaque. */
  public String cursor() {
    return since + "/" + id;
  }

  /** Null when it is over. */
  static @Nullable Instant since(Run run) {
    if (run.isOver()) {
      return null;
    }
    if (run.pausedAt() != null) {
      return run.pausedAt();
    }
    Instant started = run.startedAt();
    if (started == null || !run.waiting().isEmpty()) {
      return run.inLineSince();
    }
    RunStage waits = JournalFormat.waits(run);
    Stream<Instant> times =
        waits == null
            ? run.stages().values().stream()
                .filter(RunStage::isRunning)
                .flatMap(stage -> Stream.ofNullable(stage.state().startedAt()))
            : Stream.of(arrived(run, waits));
    return times.min(Instant::compareTo).orElse(started);
  }

  /** When it started; what is held has not, but its upstream has ended. */
  private static Instant arrived(Run run, RunStage stage) {
    Instant started = stage.state().startedAt();
    return started != null
        ? started
        : run.children(stage.plan().parentId()).stream()
            .filter(before -> stage.plan().requisites().contains(before.plan().refId()))
            .map(before -> before.state().endedAt())
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElseGet(run::inLineSince);
  }
}

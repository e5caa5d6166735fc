package dev.gennaker.ui.graph;

import dev.gennaker.ui.kit.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a stage stands in a run.
 *
 * @param word what line two says: the reason it waits, how it ended; empty for the status' own word
 * @param startedAt null before it started
 * @param endedAt null while it runs; the client counts until then
 * @param progress how far it is, 0 to 1; null where nobody can say
 * @param firstCause whether it is the first stage that failed by itself
 * @param actions what this person may do with it now, most wanted first
 */
public record RunMark(
    Status status,
    String word,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Double progress,
    boolean firstCause,
    List<StageAction> actions) {

  public RunMark {
    actions = List.copyOf(actions);
  }

  /** A stage that has not begun. */
  public static RunMark notStarted() {
    return new RunMark(Status.TODO, "", null, null, null, false, List.of());
  }
}

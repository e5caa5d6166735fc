package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.kit.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the timeline as the client draws it; times are ms since the epoch.
 *
 * @param depth 0 for a stage of the pipeline, one more for each parent
 * @param word what stands instead of a duration; empty shows the duration
 */
record TimelineRow(
    String id, String name, int depth, String shape, String tone, String word, List<Bar> bars) {

  /**
   * @param to null while it goes on
   * @param kind {@code work}, or {@code wait} from the moment it waited for something outside
   */
  record Bar(long from, @Nullable Long to, String kind) {}

  /** Rows for all stages, children below their parents. */
  static List<TimelineRow> of(
      Execution execution, List<ExecutionEvent> events, Set<String> needsYou) {
    TimelinePast past = new TimelinePast(events);
    List<TimelineRow> rows = new ArrayList<>();
    execution.topLevel().forEach(s -> add(execution, s, 0, past, needsYou, rows));
    return rows;
  }

  private static void add(
      Execution execution,
      StageState stage,
      int depth,
      TimelinePast past,
      Set<String> needsYou,
      List<TimelineRow> rows) {
    Status status = Standing.of(stage, execution, needsYou.contains(stage.id()));
    List<StageState> children = execution.children(stage.id());
    rows.add(
        new TimelineRow(
            stage.id(),
            stage.name(),
            depth,
            status.shape(),
            status.tone(),
            stage.startedAt() == null ? Standing.word(stage, status).toLowerCase(Locale.ROOT) : "",
            bars(stage, past, children.isEmpty())));
    children.forEach(c -> add(execution, c, depth + 1, past, needsYou, rows));
  }

  private static List<Bar> bars(StageState stage, TimelinePast past, boolean alone) {
    List<Bar> bars = new ArrayList<>(past.attempts(stage.id()));
    @Nullable Instant ended = stage.endedAt();
    @Nullable Long to = ended == null ? null : ended.toEpochMilli();
    @Nullable Instant from = stage.startedAt();
    if (from == null) {
      past.heldSince(stage.id()).ifPresent(since -> bars.add(new Bar(since, to, "wait")));
      return bars;
    }
    @Nullable Instant waits = alone ? past.waitsSince(stage.id()) : null;
    if (waits == null || waits.isBefore(from)) {
      bars.add(new Bar(from.toEpochMilli(), to, "work"));
    } else {
      bars.add(new Bar(from.toEpochMilli(), waits.toEpochMilli(), "work"));
      bars.add(new Bar(waits.toEpochMilli(), to, "wait"));
    }
    return bars;
  }
}

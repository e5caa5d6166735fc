package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.kit.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    Map<String, Instant> waitsSince = new HashMap<>();
    for (ExecutionEvent event : events) {
      switch (event) {
        case ExecutionEvent.StageStarted started -> waitsSince.remove(started.stageId());
        case ExecutionEvent.StageWaits waits -> waitsSince.putIfAbsent(waits.stageId(), waits.at());
        case ExecutionEvent.Created _,
            ExecutionEvent.Queued _,
            ExecutionEvent.Begun _,
            ExecutionEvent.StageExpanded _,
            ExecutionEvent.StageEnded _,
            ExecutionEvent.Signalled _,
            ExecutionEvent.CancelAsked _,
            ExecutionEvent.Paused _,
            ExecutionEvent.Resumed _,
            ExecutionEvent.Restarted _,
            ExecutionEvent.Ended _ -> {}
      }
    }
    List<TimelineRow> rows = new ArrayList<>();
    execution.topLevel().forEach(s -> add(execution, s, 0, waitsSince, needsYou, rows));
    return rows;
  }

  private static void add(
      Execution execution,
      StageState stage,
      int depth,
      Map<String, Instant> waitsSince,
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
            bars(stage, children.isEmpty() ? waitsSince.get(stage.id()) : null)));
    children.forEach(c -> add(execution, c, depth + 1, waitsSince, needsYou, rows));
  }

  private static List<Bar> bars(StageState stage, @Nullable Instant waitsSince) {
    @Nullable Instant from = stage.startedAt();
    if (from == null) {
      return List.of();
    }
    @Nullable Instant ended = stage.endedAt();
    @Nullable Long to = ended == null ? null : ended.toEpochMilli();
    if (waitsSince == null || waitsSince.isBefore(from)) {
      return List.of(new Bar(from.toEpochMilli(), to, "work"));
    }
    long turn = waitsSince.toEpochMilli();
    return List.of(new Bar(from.toEpochMilli(), turn, "work"), new Bar(turn, to, "wait"));
  }
}

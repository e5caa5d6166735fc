package dev.gennaker.ui.run;

import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.ui.run.TimelineRow.Bar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of stages that their state forgets: attempts that failed, waits before.
 */
final class TimelinePast {

  private final Map<String, List<Bar>> attempts = new HashMap<>();
  private final Map<String, Instant> startedAt = new HashMap<>();
  private final Map<String, Instant> heldSince = new HashMap<>();
  private final Map<String, Instant> waitsSince = new HashMap<>();

  TimelinePast(List<ExecutionEvent> events) {
    events.forEach(this::take);
  }

  /** Bars of failed attempts and of the waits before attempts. */
  List<Bar> attempts(String stageId) {
    return attempts.getOrDefault(stageId, List.of());
  }

  /** Since when it waits before it starts, ms since the epoch; empty where it does not. */
  Optional<Long> heldSince(String stageId) {
    return Optional.ofNullable(heldSince.get(stageId)).map(Instant::toEpochMilli);
  }

  /** Since when it waits for something outside in its attempt; null where it does not. */
  @Nullable Instant waitsSince(String stageId) {
    return waitsSince.get(stageId);
  }

  private void take(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.StageStarted started -> start(started);
      case ExecutionEvent.StageWaits waits -> waitsSince.putIfAbsent(waits.stageId(), waits.at());
      case ExecutionEvent.StageHeld held -> heldSince.putIfAbsent(held.stageId(), held.at());
      case ExecutionEvent.StageRetried retried -> {
        add(retried.stageId(), startedAt.get(retried.stageId()), retried.at(), "work");
        waitsSince.remove(retried.stageId());
        heldSince.put(retried.stageId(), retried.at());
      }
      case ExecutionEvent.Restarted restarted ->
          restarted
              .reset()
              .forEach(
                  id -> {
                    attempts.remove(id);
                    heldSince.remove(id);
                    waitsSince.remove(id);
                  });
      case ExecutionEvent.Created _,
          ExecutionEvent.Queued _,
          ExecutionEvent.Begun _,
          ExecutionEvent.StageExpanded _,
          ExecutionEvent.StageEnded _,
          ExecutionEvent.Signalled _,
          ExecutionEvent.CancelAsked _,
          ExecutionEvent.Paused _,
          ExecutionEvent.Resumed _,
          ExecutionEvent.Ended _ -> {}
    }
  }

  private void start(ExecutionEvent.StageStarted started) {
    String id = started.stageId();
    add(id, heldSince.remove(id), started.at(), "wait");
    startedAt.put(id, started.at());
    waitsSince.remove(id);
  }

  private void add(String id, @Nullable Instant from, Instant to, String kind) {
    if (from != null) {
      attempts
          .computeIfAbsent(id, _ -> new ArrayList<>())
          .add(new Bar(from.toEpochMilli(), to.toEpochMilli(), kind));
    }
  }
}

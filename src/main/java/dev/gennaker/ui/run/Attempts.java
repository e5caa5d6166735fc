package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.Failure;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the journal tells of a stage's earlier attempts, and when a held one may start. */
final class Attempts {

  /** An attempt that failed. */
  record Failed(int number, Instant at, Failure failure) {}

  private final Map<String, List<Failed>> failed = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Failed> ended = new HashMap<>();
  private final Map<String, Instant> next = new HashMap<>();

  Attempts(List<ExecutionEvent> events) {
    events.forEach(this::take);
  }

  /** Those before the last one, oldest first. */
  List<Failed> earlier(String stageId) {
    return failed.getOrDefault(stageId, List.of());
  }

  /** When a stage that is held looks whether it may start; empty where it is not. */
  Optional<Instant> next(String stageId) {
    return Optional.ofNullable(next.get(stageId));
  }

  /** The earlier attempts for the stage panel; nothing where there was none. */
  List<Component> lines(String stageId) {
    List<Component> lines = new ArrayList<>();
    for (Failed one : earlier(stageId)) {
      Span key = Dom.span("Attempt " + one.number(), "key");
      Span value = Dom.span(one.failure().reason(), "said");
      Div line = Dom.div("line", key, value, Moment.seconds(one.at()));
      lines.add(Dom.named(line, "attempt-" + one.number()));
    }
    if (!lines.isEmpty()) {
      lines.addFirst(Dom.h3("Earlier attempts"));
    }
    return lines;
  }

  private void take(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.StageStarted started -> {
        numbers.put(started.stageId(), started.attempt());
        next.remove(started.stageId());
      }
      case ExecutionEvent.StageHeld held -> next.put(held.stageId(), held.until());
      case ExecutionEvent.StageRetried retried -> {
        add(failed(retried.stageId(), retried.at(), retried.failure()), retried.stageId());
        next.put(retried.stageId(), retried.next());
      }
      case ExecutionEvent.StageEnded end -> end(end);
      case ExecutionEvent.Restarted restarted ->
          restarted
              .reset()
              .forEach(
                  id -> {
                    next.remove(id);
                    Optional.ofNullable(ended.remove(id)).ifPresent(last -> add(last, id));
                  });
      case ExecutionEvent.Created _,
          ExecutionEvent.Queued _,
          ExecutionEvent.Begun _,
          ExecutionEvent.StageWaits _,
          ExecutionEvent.StageExpanded _,
          ExecutionEvent.Signalled _,
          ExecutionEvent.CancelAsked _,
          ExecutionEvent.Paused _,
          ExecutionEvent.Resumed _,
          ExecutionEvent.Ended _ -> {}
    }
  }

  private void end(ExecutionEvent.StageEnded end) {
    next.remove(end.stageId());
    @Nullable Failure failure = end.failure();
    if (failure == null) {
      ended.remove(end.stageId());
    } else {
      ended.put(end.stageId(), failed(end.stageId(), end.at(), failure));
    }
  }

  private Failed failed(String stageId, Instant at, Failure failure) {
    return new Failed(numbers.getOrDefault(stageId, 1), at, failure);
  }

  private void add(Failed one, String stageId) {
    failed.computeIfAbsent(stageId, _ -> new ArrayList<>()).add(one);
  }
}

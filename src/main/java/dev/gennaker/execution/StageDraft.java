package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageExpanded;
import dev.gennaker.execution.ExecutionEvent.StageHeld;
import dev.gennaker.execution.ExecutionEvent.StageRetried;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.execution.ExecutionEvent.StageWaits;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Waiting;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link RunStage} while events change it. */
final class StageDraft {

  final PlannedStage plan;
  ExecutionStatus status = ExecutionStatus.NOT_STARTED;
  @Nullable Instant startedAt;
  @Nullable Instant endedAt;
  Map<String, Object> written;
  Map<String, Object> context;
  Map<String, Object> outputs = Map.of();
  Map<String, Object> memory = Map.of();
  Map<String, Object> signals = Map.of();
  @Nullable Waiting waiting;
  @Nullable Failure failure;
  String reason = "";
  int attempt;
  @Nullable Instant due;
  @Nullable Instant deadline;
  @Nullable Instant expandedAt;
  boolean needsPerson;
  int signalCount;
  @Nullable Actor lastSignalBy;
  int retries;
  boolean past;

  StageDraft(PlannedStage plan) {
    this.plan = plan;
    this.written = plan.settings();
    this.context = plan.settings();
  }

  StageDraft(RunStage stage) {
    StageState state = stage.state();
    plan = stage.plan();
    status = state.status();
    startedAt = state.startedAt();
    endedAt = state.endedAt();
    written = state.written();
    context = state.context();
    outputs = state.outputs();
    memory = state.memory();
    signals = state.signals();
    waiting = state.waiting();
    failure = state.failure();
    reason = state.reason();
    attempt = state.attempt();
    due = stage.due();
    deadline = stage.deadline();
    expandedAt = stage.expandedAt();
    needsPerson = stage.needsPerson();
    signalCount = stage.signalCount();
    lastSignalBy = stage.lastSignalBy();
    retries = stage.retries();
    past = stage.past();
  }

  void start(StageStarted started) {
    status = ExecutionStatus.RUNNING;
    startedAt = started.at();
    attempt = started.attempt();
    context = started.context();
    deadline = started.deadline();
    due = started.at();
    waiting = null;
    failure = null;
    // What was said while it was held was about the holding.
    signals = Map.of();
    signalCount = 0;
    lastSignalBy = null;
  }

  void waits(StageWaits waits) {
    waiting = waits.waiting();
    memory = merged(memory, waits.memory());
    due = waits.nextLook();
    needsPerson = waits.needsPerson();
  }

  void expand(StageExpanded expanded) {
    memory = merged(memory, expanded.memory());
    waiting = null;
    due = null;
    expandedAt = expanded.at();
  }

  void end(StageEnded ended) {
    rest();
    status = ended.status();
    endedAt = ended.at();
    outputs = ended.outputs();
    failure = ended.failure();
    reason = ended.reason();
  }

  void hold(StageHeld held) {
    waiting = held.waiting();
    due = held.until();
  }

  void retry(StageRetried retried) {
    int before = retries;
    reset(Map.of());
    retries = before + 1;
    failure = retried.failure();
    waiting = retried.waiting();
    due = retried.next();
  }

  /** Forgets the last attempt, all but its number. */
  void reset(Map<String, Object> changed) {
    written = merged(written, changed);
    context = written;
    status = ExecutionStatus.NOT_STARTED;
    startedAt = null;
    endedAt = null;
    outputs = Map.of();
    memory = Map.of();
    signals = Map.of();
    failure = null;
    reason = "";
    signalCount = 0;
    lastSignalBy = null;
    retries = 0;
    past = false;
    rest();
  }

  /** Nothing is to come. */
  void rest() {
    waiting = null;
    due = null;
    deadline = null;
    expandedAt = null;
    needsPerson = false;
  }

  RunStage freeze() {
    StageState state =
        new StageState(
            plan.id(),
            plan.refId(),
            plan.type(),
            plan.name(),
            plan.parentId(),
            plan.requisites(),
            status,
            startedAt,
            endedAt,
            written,
            context,
            outputs,
            memory,
            signals,
            waiting,
            failure,
            reason,
            attempt);
    return new RunStage(
        state,
        plan,
        due,
        deadline,
        expandedAt,
        needsPerson,
        signalCount,
        lastSignalBy,
        retries,
        past);
  }

  /** Both maps in one; null values of the second remove their keys. */
  static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
    if (second.isEmpty()) {
      return first;
    }
    Map<String, Object> both = new LinkedHashMap<>(first);
    second.forEach(
        (key, value) -> {
          if (value == null) {
            both.remove(key);
          } else {
            both.put(key, value);
          }
        });
    return Collections.unmodifiableMap(both);
  }
}

package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageExpanded;
import dev.gennaker.execution.ExecutionEvent.StageWaits;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a stage says into what happened. */
final class Settlement {

  /** A stage that wants to be looked at at once, again and again, must not eat the machine. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private static final Duration LONGEST = Duration.ofDays(366);

  /** Outputs are kept for as long as the execution, and read by everything downstream. */
  private static final int MOST_OUTPUT = 4_000_000;

  private static final Outcome.Failed TOO_MUCH =
      new Outcome.Failed(
          "It put out more than 4 MB, which an execution does not keep; let it put out less, or a link",
          false,
          Map.of());

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private Settlement() {}

  /**
   * @param person whether this kind of stage waits for people
   * @param heard how many signals the stage had when it was looked at; later ones make it due again
   */
  static ExecutionEvent event(
      Run run, RunStage stage, Outcome outcome, boolean person, int heard, Instant now) {
    try {
      return happened(run, stage, outcome, person, heard, now);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("What stage {} of execution {} said cannot be kept", stage.id(), run.id(), e);
      return happened(run, stage, broke(run), person, heard, now);
    }
  }

  /** Our own trouble, for people: calm, and with the id under which the log has the rest. */
  static Outcome.Failed broke(Run run) {
    return new Outcome.Failed(
        "Something in Gennaker broke here, not in what you deploy; the log of execution %s says what. Restarting the stage is safe"
            .formatted(run.id()),
        true,
        Map.of());
  }

  private static ExecutionEvent happened(
      Run run, RunStage stage, Outcome outcome, boolean person, int heard, Instant now) {
    return switch (outcome) {
      case Outcome.Done done when PlainJson.weighsMoreThan(MOST_OUTPUT, done.outputs()) ->
          happened(run, stage, TOO_MUCH, person, heard, now);
      case Outcome.Done done ->
          ended(stage, Rules.done(run.children(stage.id())), done.outputs(), null, "", now);
      case Outcome.Skipped skipped ->
          ended(stage, ExecutionStatus.SKIPPED, Map.of(), null, skipped.reason(), now);
      // Who expanded into it decides what that means, as with every other failure of it.
      case Outcome.Canceled canceled when stage.plan().mayFail() ->
          happened(run, stage, Outcome.failed(canceled.reason()), person, heard, now);
      case Outcome.Canceled canceled ->
          ended(stage, ExecutionStatus.CANCELED, Map.of(), null, canceled.reason(), now);
      case Outcome.Failed failed ->
          Rules.orRetry(
              stage,
              ended(
                  stage,
                  Rules.failed(stage),
                  Map.of(),
                  new Failure(
                      failed.reason(), failed.retryable(), PlainJson.map(failed.evidence())),
                  "",
                  now),
              now);
      case Outcome.LookAgain again ->
          waits(
              stage, again.waiting(), again.memory(), pause(stage, again, now), false, heard, now);
      case Outcome.Held held ->
          waits(stage, held.waiting(), held.memory(), held.until(), person, heard, now);
      case Outcome.Expanded expanded -> expanded(run, stage, expanded, now);
    };
  }

  private static StageEnded ended(
      RunStage stage,
      ExecutionStatus status,
      Map<String, Object> outputs,
      @Nullable Failure failure,
      String reason,
      Instant now) {
    return new StageEnded(now, stage.id(), status, PlainJson.map(outputs), failure, reason);
  }

  private static StageWaits waits(
      RunStage stage,
      Waiting waiting,
      Map<String, Object> memory,
      @Nullable Instant next,
      boolean person,
      int heard,
      Instant now) {
    return new StageWaits(
        now,
        stage.id(),
        new Waiting(waiting.reason(), waiting.fraction(), PlainJson.map(waiting.evidence())),
        PlainJson.map(memory),
        stage.signalCount() > heard ? now : next,
        person);
  }

  private static Instant pause(RunStage stage, Outcome.LookAgain again, Instant now) {
    Duration pause = again.after().compareTo(SHORTEST) < 0 ? SHORTEST : again.after();
    if (stage.state().context().get("backoffPeriodMs") instanceof Number backoff) {
      Duration least = Duration.ofMillis(backoff.longValue());
      pause = least.compareTo(pause) > 0 ? least : pause;
    }
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  /** Children it already has are not made twice; one that names no new ones is done. */
  private static ExecutionEvent expanded(
      Run run, RunStage stage, Outcome.Expanded expanded, Instant now) {
    List<RunStage> present = run.children(stage.id());
    Set<String> refIds = new HashSet<>();
    present.forEach(child -> refIds.add(child.plan().refId()));
    List<PlannedStage> added = new ArrayList<>();
    for (ChildStage child : expanded.children()) {
      PlannedStage plan = plan(stage, child, present.size() + added.size());
      if (refIds.add(plan.refId())) {
        added.add(plan);
      }
    }
    if (added.isEmpty()) {
      ExecutionStatus status = present.isEmpty() ? ExecutionStatus.SKIPPED : Rules.done(present);
      return ended(stage, status, Map.of(), null, "There was nothing left to do", now);
    }
    return new StageExpanded(now, stage.id(), added, PlainJson.map(expanded.memory()));
  }

  private static PlannedStage plan(RunStage parent, ChildStage child, int index) {
    return new PlannedStage(
        "%s.%d.%d".formatted(parent.id(), parent.state().attempt(), index + 1),
        refId(parent, child.key()),
        child.type(),
        child.name(),
        parent.id(),
        child.after().stream().map(key -> refId(parent, key)).toList(),
        PlainJson.map(child.settings()),
        child.mayFail());
  }

  private static String refId(RunStage parent, String key) {
    return parent.plan().refId() + ">" + key;
  }
}

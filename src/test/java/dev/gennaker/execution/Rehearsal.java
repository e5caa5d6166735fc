package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** Plays an execution of random stages with random outcomes, by the interpreter alone. */
final class Rehearsal {

  private final Random random;
  private final List<ExecutionEvent> log = new ArrayList<>();
  private Instant now = Drawn.NOW;
  private Run run;
  private int steps;

  Rehearsal(long seed, int size) {
    random = new Random(seed);
    List<PlannedStage> stages = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> requisites = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(size) < 2) {
          requisites.add("s" + j);
        }
      }
      String name = "s" + i;
      stages.add(new PlannedStage(name, name, "wait", name, null, requisites, settings(), false));
    }
    ExecutionEvent.Created base = Drawn.created(Limits.NONE);
    log.add(
        new ExecutionEvent.Created(
            base.at(),
            base.kind(),
            base.application(),
            base.name(),
            base.pipelineId(),
            1,
            base.trigger(),
            base.startedBy(),
            Limits.NONE,
            stages));
    run = Run.of("run", log);
  }

  Run run() {
    return run;
  }

  List<ExecutionEvent> log() {
    return log;
  }

  /**
   * Until it is over.
   *
   * @param cancelAt after how many steps somebody cancels it; negative for never
   * @param onLook told of every look with the run as it is then
   */
  void play(int cancelAt, BiConsumer<Run, RunStage> onLook) {
    while (!run.isOver()) {
      if (++steps > 20_000) {
        throw new AssertionError("It never ends: " + run);
      }
      if (steps == cancelAt) {
        add(new CancelAsked(now, "dev", "enough"));
      }
      List<Move> moves = Interpreter.decide(run, now);
      if (moves.isEmpty()) {
        now = Interpreter.next(run).orElseThrow(() -> new AssertionError("It waits for nothing"));
      } else {
        // One at a time, at random: moves must not depend on each other.
        make(moves.get(random.nextInt(moves.size())), onLook);
      }
    }
  }

  private void make(Move move, BiConsumer<Run, RunStage> onLook) {
    switch (move) {
      case Move.Begin begin -> add(new Begun(now));
      case Move.Note note -> add(note.event());
      case Move.Stop stop ->
          add(
              Rules.orRetry(
                  run.stage(stop.stageId()),
                  new StageEnded(
                      now, stop.stageId(), stop.status(), Map.of(), stop.failure(), stop.reason()),
                  now));
      case Move.Look look -> {
        RunStage stage = run.stage(look.stageId());
        onLook.accept(run, stage);
        if (!stage.isRunning() && !stage.isHeld() && random.nextInt(5) == 0) {
          add(
              new ExecutionEvent.StageHeld(
                  now, stage.id(), Waiting.on("its window"), now.plusSeconds(300)));
        } else if (!stage.isRunning()) {
          add(
              new StageStarted(
                  now,
                  stage.id(),
                  stage.state().attempt() + 1,
                  stage.state().written(),
                  now.plus(Duration.ofHours(1))));
        } else {
          add(Settlement.event(run, stage, outcome(stage), false, stage.signalCount(), now));
        }
      }
    }
  }

  private void add(ExecutionEvent event) {
    log.add(event);
    run = run.with(List.of(event));
  }

  private Outcome outcome(RunStage stage) {
    return switch (random.nextInt(12)) {
      case 0 -> new Outcome.Failed("planted", random.nextBoolean(), Map.of("n", 1));
      case 1 -> new Outcome.Skipped("planted");
      case 2 -> random.nextInt(4) == 0 ? new Outcome.Canceled("planted") : Outcome.done();
      case 3 -> new Outcome.Held(Waiting.on("nobody"), null, Map.of("held", true));
      case 4, 5 ->
          new Outcome.LookAgain(Duration.ofMinutes(7), Waiting.on("tea"), Map.of("n", steps));
      case 6, 7 -> depth(stage) > 2 ? Outcome.done() : new Outcome.Expanded(children(), Map.of());
      default -> Outcome.done(Map.of("step", steps, "list", List.of(1, "two", 3.5)));
    };
  }

  private List<ChildStage> children() {
    List<ChildStage> children = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<String> after = i > 0 && random.nextBoolean() ? List.of("c" + (i - 1)) : List.of();
      children.add(
          new ChildStage("c" + i, "wait", "child " + i, after, settings(), random.nextInt(4) == 0));
    }
    return children;
  }

  private Map<String, Object> settings() {
    return switch (random.nextInt(8)) {
      case 0 -> Map.of("failPipeline", false);
      case 1 -> Map.of("continuePipeline", true);
      case 2 -> Map.of("failPipeline", "false", "completeOtherBranchesThenFail", true);
      case 3 -> Map.of("stageTimeoutMs", 600_000, "markSuccessfulOnTimeout", random.nextBoolean());
      case 4 -> Map.of("retry", Map.of("maxAttempts", 3, "delayMs", 500, "backoffFactor", 2));
      default -> Map.of();
    };
  }

  private int depth(RunStage stage) {
    return stage.isTopLevel() ? 0 : 1 + depth(run.stage(stage.plan().parentId()));
  }
}

package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageHeld;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.execution.ExecutionEvent.StageWaits;
import dev.gennaker.stage.InvalidSettings;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.PlanNotes.Kind;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One execution played to its end by the {@link Interpreter}, with stages that only note. */
final class Play {

  private static final Logger LOG = LoggerFactory.getLogger(Play.class);

  /** A stage that is still not done after so many looks would wait for something unknown. */
  private static final int LOOKS = 200;

  private static final int MOVES = 100_000;

  private final StageCatalog catalog;
  private final Preparation preparation;
  private final UnaryOperator<Runnable> world;
  private final Instant asOf;
  private final Map<String, PlanNotes> notes = new LinkedHashMap<>();
  private final Map<String, Instant> starts = new HashMap<>();
  private final Map<String, Integer> looks = new HashMap<>();
  private Run run;
  private Instant now;

  Play(Run run, StageCatalog catalog, Preparation preparation, UnaryOperator<Runnable> world) {
    this.run = run;
    this.catalog = catalog;
    this.preparation = preparation;
    this.world = world;
    this.asOf = run.created().at();
    this.now = asOf;
  }

  ExecutionPlan plan(List<String> before) {
    for (int i = 0; i < MOVES && !run.isOver(); i++) {
      List<Move> moves = Interpreter.decide(run, now);
      if (moves.isEmpty()) {
        Optional<Instant> next = Interpreter.next(run);
        if (next.isEmpty()) {
          break;
        }
        now = next.get().isAfter(now) ? next.get() : now;
      } else {
        make(moves.getFirst());
      }
    }
    return new ExecutionPlan(
        run.created().application(),
        run.created().name(),
        asOf,
        run.status(),
        Rules.why(run.topLevel(), run.status()),
        before,
        Duration.between(asOf, now),
        new Steps(run, notes, starts, asOf).list());
  }

  private void make(Move move) {
    switch (move) {
      case Move.Begin _ -> add(new Begun(now));
      case Move.Note note -> add(note.event());
      case Move.Stop stop ->
          add(
              new StageEnded(
                  now, stop.stageId(), stop.status(), Map.of(), stop.failure(), stop.reason()));
      case Move.Look look -> look(run.stage(look.stageId()));
    }
  }

  private void look(RunStage stage) {
    PlanNotes noted = notes.computeIfAbsent(stage.id(), _ -> new PlanNotes());
    if (!stage.isRunning()) {
      start(stage, noted);
      return;
    }
    int look = looks.merge(stage.id(), 1, Integer::sum);
    Outcome outcome = outcome(stage, noted);
    if (look >= LOOKS
        || outcome instanceof Outcome.Held(var waiting, var until, _) && until == null) {
      String reason =
          outcome instanceof Outcome.Held held
              ? held.waiting().reason()
              : outcome instanceof Outcome.LookAgain again ? again.waiting().reason() : "";
      noted.obstacle("Would wait: " + reason);
      outcome = Outcome.done();
    }
    ExecutionEvent event = Settlement.event(run, stage, outcome, false, stage.signalCount(), now);
    if (event instanceof StageWaits waits && outcome instanceof Outcome.Held) {
      noted.effect(Kind.WAIT, waits.waiting().reason(), waits.waiting().evidence());
    }
    add(event);
  }

  private void start(RunStage stage, PlanNotes noted) {
    ExecutionEvent[] event = new ExecutionEvent[1];
    world.apply(() -> event[0] = preparation.start(run, stage, now)).run();
    if (event[0] instanceof StageHeld held) {
      noted.effect(Kind.WAIT, held.waiting().reason(), held.waiting().evidence());
    } else if (event[0] instanceof StageStarted) {
      starts.put(stage.id(), now);
    }
    add(event[0]);
  }

  private Outcome outcome(RunStage stage, PlanNotes noted) {
    StageType<?> type = catalog.find(stage.plan().type()).orElse(null);
    if (type == null) {
      return Preparation.unknown(stage);
    }
    if (!type.plannable()) {
      noted.effect(Kind.OTHER, "What it does outside is not known before it runs", Map.of());
      return Outcome.done();
    }
    @Nullable Outcome[] outcome = new Outcome[1];
    LookContext context = new LookContext(run, stage, Clock.fixed(now, ZoneOffset.UTC), noted);
    world.apply(() -> outcome[0] = run(type, context)).run();
    return outcome[0] == null ? Outcome.done() : outcome[0];
  }

  private <C extends Record> Outcome run(StageType<C> type, LookContext context) {
    try {
      return type.run(catalog.read(type, context.stage().state().context()), context);
    } catch (InvalidSettings invalid) {
      return Outcome.failed("Its settings cannot be used: " + invalid.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Stage {} ({}) could not be planned", context.name(), type.type(), e);
      return Outcome.failed(
          "Something in Gennaker broke while this was planned; the log says what at " + now);
    }
  }

  private void add(ExecutionEvent event) {
    run = run.with(List.of(event));
  }

  /** Turns what was played into what is told. */
  private record Steps(
      Run run, Map<String, PlanNotes> notes, Map<String, Instant> starts, Instant asOf) {

    List<ExecutionPlan.Step> list() {
      List<ExecutionPlan.Step> steps = new ArrayList<>();
      List<RunStage> order = new ArrayList<>();
      notes.keySet().stream().map(run::stage).filter(RunStage::isTopLevel).forEach(order::add);
      run.topLevel().stream().filter(stage -> !order.contains(stage)).forEach(order::add);
      order.forEach(stage -> add(stage, steps));
      return steps;
    }

    private void add(RunStage stage, List<ExecutionPlan.Step> steps) {
      PlanNotes noted = notes.getOrDefault(stage.id(), new PlanNotes());
      Instant start = starts.get(stage.id());
      String parentId = stage.plan().parentId();
      Failure failure = stage.state().failure();
      steps.add(
          new ExecutionPlan.Step(
              stage.plan().refId(),
              parentId == null ? null : run.stage(parentId).plan().refId(),
              stage.plan().type(),
              stage.plan().name(),
              stage.status(),
              failure != null ? failure.reason() : stage.state().reason(),
              start == null ? null : Duration.between(asOf, start),
              stage.state().context(),
              noted.effects(),
              noted.obstacles()));
      run.children(stage.id()).forEach(child -> add(child, steps));
    }
  }
}

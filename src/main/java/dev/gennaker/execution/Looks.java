package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.nodes.Database;
import dev.gennaker.stage.InvalidSettings;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls stage types: starts them, looks at them, stops them. */
@Component
class Looks {

  private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
  private static final Duration LANDING = Duration.ofSeconds(5);
  private static final Duration BREATH = Duration.ofSeconds(2);

  private final StageCatalog catalog;
  private final Preparation preparation;
  private final Marks marks;
  private final Clock clock;

  Looks(StageCatalog catalog, Preparation preparation, Marks marks, Clock clock) {
    this.catalog = catalog;
    this.preparation = preparation;
    this.marks = marks;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Starts a stage with its settings evaluated; or says why it does not run. */
  ExecutionEvent start(Run run, RunStage stage) {
    try {
      return preparation.start(run, stage, now());
    } catch (RuntimeException | StackOverflowError e) {
      if (Database.didNotAnswer(e)) {
        throw e;
      }
      LOG.error("Stage {} of execution {} could not be started", stage.id(), run.id(), e);
      return Settlement.event(run, stage, Settlement.broke(run), false, 0, now());
    }
  }

  boolean actsOutside(RunStage stage) {
    return catalog.find(stage.plan().type()).map(StageType::actsOutside).orElse(false);
  }

  Flight look(Run run, RunStage stage, Consumer<Flight.Landed> landed) {
    Optional<StageType<?>> type = catalog.find(stage.plan().type());
    boolean person = type.filter(t -> t.category() == StageType.Category.PEOPLE).isPresent();
    LookContext context = new LookContext(run, stage, clock);
    return Flight.look(
        stage,
        person,
        marks.look(
            context,
            () -> type.map(t -> run(t, context)).orElseGet(() -> Preparation.unknown(stage))),
        landed);
  }

  /** Ends a look that is under way, undoes what the stage does outside, and lets it end. */
  Flight stop(Run run, Move.Stop stop, @Nullable Flight looking, Consumer<Flight.Landed> landed) {
    RunStage stage = run.stage(stop.stageId());
    Instant now = now();
    ExecutionEvent end =
        Rules.orRetry(
            stage,
            new StageEnded(now, stage.id(), stop.status(), Map.of(), stop.failure(), stop.reason()),
            now);
    return Flight.stop(
        stage,
        end,
        () -> {
          if (looking != null) {
            looking.end(LANDING);
          }
          catalog
              .find(stage.plan().type())
              .ifPresent(
                  type ->
                      marks.on(run.id(), () -> cancel(type, new LookContext(run, stage, clock))));
        },
        landed);
  }

  private <C extends Record> Outcome run(StageType<C> type, LookContext context) {
    try {
      return type.run(catalog.read(type, context.stage().state().context()), context);
    } catch (InvalidSettings invalid) {
      return new Outcome.Failed(
          "Its settings cannot be used: " + invalid.getMessage(), false, Map.of());
    } catch (RuntimeException | Error e) {
      if (Database.didNotAnswer(e)) {
        LOG.info(
            "The database did not answer {} of execution {}",
            context.name(),
            context.executionId());
        return new Outcome.LookAgain(
            BREATH, Waiting.on("for the database, which did not answer"), Map.of());
      }
      if (Thread.currentThread().isInterrupted()) {
        LOG.debug("{} of execution {} was interrupted", context.name(), context.executionId(), e);
      } else {
        LOG.error(
            "Stage {} ({}) of execution {} broke",
            context.name(),
            type.type(),
            context.executionId(),
            e);
      }
      return Settlement.broke(context.run());
    }
  }

  private <C extends Record> StageType<C> cancel(StageType<C> type, LookContext context) {
    try {
      type.cancel(catalog.read(type, context.stage().state().context()), context);
    } catch (RuntimeException | Error e) {
      LOG.error(
          "Stage {} ({}) of execution {} could not be stopped cleanly; what it does outside may go on",
          context.name(),
          type.type(),
          context.executionId(),
          e);
    }
    return type;
  }
}

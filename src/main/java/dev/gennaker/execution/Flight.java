package dev.gennaker.execution;

import dev.gennaker.stage.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One look at a stage, or the stopping of one, under way on a thread of its own. */
final class Flight {

  /** Looks are short by contract; one that hangs must not hold the whole execution. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final RunStage stage;
  private final boolean person;
  private final Consumer<Landed> landed;
  private final @Nullable ExecutionEvent end;
  private final long since = System.nanoTime();
  private final Thread thread;

  private Flight(
      RunStage stage,
      boolean person,
      @Nullable ExecutionEvent end,
      Supplier<Outcome> work,
      Consumer<Landed> landed) {
    this.stage = stage;
    this.person = person;
    this.end = end;
    this.landed = landed;
    this.thread =
        Thread.ofVirtual()
            .name("stage " + stage.id())
            .unstarted(() -> landed.accept(new Landed(this, work.get())));
  }

  static Flight look(
      RunStage stage, boolean person, Supplier<Outcome> work, Consumer<Landed> landed) {
    return new Flight(stage, person, null, work, landed).takeOff();
  }

  /** Whatever stopping it brings, what was decided comes to pass. */
  static Flight stop(RunStage stage, ExecutionEvent end, Runnable work, Consumer<Landed> landed) {
    Supplier<Outcome> stopping =
        () -> {
          work.run();
          return Outcome.done();
        };
    return new Flight(stage, false, end, stopping, landed).takeOff();
  }

  String stageId() {
    return stage.id();
  }

  int attempt() {
    return stage.state().attempt();
  }

  boolean stops() {
    return end != null;
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Interrupts it and gives it a moment to end. */
  void end(Duration patience) {
    thread.interrupt();
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void giveUpWhenLate() {
    if (System.nanoTime() - since > TimeUnit.NANOSECONDS.convert(LONGEST)) {
      thread.interrupt();
      landed.accept(
          new Landed(
              this,
              new Outcome.Failed(
                  "It did not answer within %s and was given up; see what it did outside, then restart it"
                      .formatted(Rules.words(LONGEST)),
                  true,
                  java.util.Map.of())));
    }
  }

  private Flight takeOff() {
    thread.start();
    return this;
  }

  /** A flight came back; or, without one, somebody else appended to the journal. */
  record Landed(@Nullable Flight flight, @Nullable Outcome outcome) {

    static final Landed POKE = new Landed(null, null);

    /** What happened, seen from where the execution stands now. */
    ExecutionEvent event(Run run, RunStage now, Instant at) {
      if (flight == null || outcome == null) {
        throw new IllegalStateException("nothing landed");
      }
      return flight.end != null
          ? flight.end
          : Settlement.event(run, now, outcome, flight.person, flight.stage.signalCount(), at);
    }
  }
}

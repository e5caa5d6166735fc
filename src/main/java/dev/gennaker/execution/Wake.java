package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.execution.ExecutionEvent.StageWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One wake-up of one execution. Events are gathered and written together: before it waits for a
 * slow stage, before a stage acts outside, and when it goes to rest.
 */
final class Wake {

  /** A look that takes longer than this is waited for with everything written down. */
  private static final long PATIENCE_MILLIS = 10;

  private static final Duration QUEUE_CHECK = Duration.ofSeconds(10);
  private static final Duration SAFETY_NET = Duration.ofHours(1);

  private final Journal journal;
  private final Looks looks;
  private final Lanes lanes;
  private final WorkQueue queue;
  private final EngineTransactions transactions;
  private final Closing closing;
  private final BlockingQueue<Flight.Landed> landed = new LinkedBlockingQueue<>();
  private final Map<String, Flight> flights = new HashMap<>();
  private List<ExecutionEvent> pending = new ArrayList<>();
  private Run written;
  private Run run;
  private boolean asked;

  Wake(
      Run run,
      Journal journal,
      Looks looks,
      Lanes lanes,
      WorkQueue queue,
      EngineTransactions transactions,
      Closing closing) {
    this.journal = journal;
    this.looks = looks;
    this.lanes = lanes;
    this.queue = queue;
    this.transactions = transactions;
    this.closing = closing;
    this.written = run;
    this.run = run;
  }

  /** Something was appended to its journal. */
  void poke() {
    landed.add(Flight.Landed.POKE);
  }

  /** Does all there is to do now. */
  void work() {
    while (true) {
      boolean changed = false;
      for (Move move : Interpreter.decide(run, looks.now())) {
        changed |= make(move);
      }
      if (!changed) {
        if (flights.isEmpty()) {
          return;
        }
        await();
      }
    }
  }

  /** What is under way is left and would only disturb the worker that goes on. */
  void abandon() {
    flights.values().forEach(Flight::interrupt);
    flights.clear();
  }

  /** Writes what is left and puts the execution back, or away when it is over, all at once. */
  void rest(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    while (!transactions.within(() -> putBack(complete, operations))) {
      refresh();
      work();
    }
    if (run.isOver()) {
      lanes.left(run);
    }
  }

  private boolean putBack(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (pending.isEmpty() ? !journal.confirms(written) : journal.append(written, pending) == null) {
      return false;
    }
    if (run.isOver()) {
      operations.remove();
    } else {
      Instant next = nextLook();
      operations.reschedule(complete, next);
      AfterCommit.run(() -> queue.restsUntil(next));
    }
    return true;
  }

  private Instant nextLook() {
    Instant now = looks.now();
    if (closing.isBegun()) {
      return now;
    }
    Instant latest =
        now.plus(run.status() == ExecutionStatus.NOT_STARTED ? QUEUE_CHECK : SAFETY_NET);
    Instant next = Interpreter.next(run).orElse(latest);
    return next.isBefore(latest) ? next : latest;
  }

  /** True when the run is different afterwards. */
  private boolean make(Move move) {
    return switch (move) {
      case Move.Begin begin -> begin();
      case Move.Look look -> !flights.containsKey(look.stageId()) && look(look.stageId());
      case Move.Stop stop -> stop(stop);
      case Move.Note note -> add(note.event());
    };
  }

  private boolean begin() {
    if (asked || closing.isBegun()) {
      return false;
    }
    asked = true;
    if (run.created().limits().most() == 0) {
      return add(new Begun(looks.now()));
    }
    return lanes.decide(
        run,
        looks.now(),
        answer -> {
          boolean repeated = answer instanceof Queued q && q.reason().equals(run.waiting());
          return repeated || (add(answer) && flush());
        });
  }

  private boolean look(String stageId) {
    if (closing.isBegun()) {
      return false;
    }
    RunStage stage = run.stage(stageId);
    if (!stage.isRunning()) {
      return add(looks.start(run, stage));
    }
    if (!pending.isEmpty() && looks.actsOutside(stage)) {
      flush();
      return true;
    }
    flights.put(stageId, looks.look(run, stage, landed::add));
    return false;
  }

  private boolean stop(Move.Stop stop) {
    Flight flight = flights.get(stop.stageId());
    if (flight == null || !flight.stops()) {
      flights.put(stop.stageId(), looks.stop(run, stop, flight, landed::add));
    }
    return false;
  }

  private boolean add(ExecutionEvent event) {
    pending.add(event);
    run = run.with(List.of(event));
    return true;
  }

  private void await() {
    try {
      Flight.@Nullable Landed next = landed.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (next == null) {
        flush();
        next = landed.poll(1, TimeUnit.SECONDS);
      }
      if (next == null) {
        flights.values().forEach(Flight::giveUpWhenLate);
        refresh();
      }
      while (next != null) {
        take(next);
        next = landed.poll();
      }
      if (closing.isHurried()) {
        abandon();
      }
    } catch (InterruptedException e) {
      flights.values().forEach(Flight::interrupt);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while working on " + run.id(), e);
    }
  }

  private void take(Flight.Landed arrival) {
    Flight flight = arrival.flight();
    if (flight == null) {
      refresh();
      return;
    }
    if (!flights.remove(flight.stageId(), flight)) {
      return;
    }
    RunStage stage = run.stages().get(flight.stageId());
    if (stage == null || !stage.isRunning() || stage.state().attempt() != flight.attempt()) {
      return;
    }
    ExecutionEvent event = arrival.event(run, stage, looks.now());
    if (event instanceof StageWaits waits && Rebase.saysNothingNew(stage, waits)) {
      run = run.postponed(waits);
    } else {
      add(event);
    }
  }

  private boolean flush() {
    if (pending.isEmpty()) {
      return true;
    }
    Run next = transactions.within(() -> journal.append(written, pending));
    if (next == null) {
      refresh();
      return false;
    }
    written = next;
    pending = new ArrayList<>();
    return true;
  }

  /** Takes in what others appended, and keeps of our own what still fits. */
  private void refresh() {
    Run fresh =
        journal.load(run.id()).orElseThrow(() -> new IllegalStateException(run.id() + " is gone"));
    if (fresh.version() == written.version()) {
      return;
    }
    Rebase rebase = Rebase.onto(fresh, written, pending);
    written = fresh;
    pending = rebase.kept();
    run = rebase.run();
    asked = false;
  }
}

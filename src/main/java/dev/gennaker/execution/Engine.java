package dev.gennaker.execution;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries executions out: db-scheduler hands it one that is due, it does what the {@link
 * Interpreter} says until nothing is to be done now, and puts it back with the time of its next
 * look.
 */
@Component
class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** How long an execution is left to nodes of a newer version. */
  private static final Duration FOR_NEWER_NODES = Duration.ofSeconds(10);

  /** Looks are short by contract; those that are not are repeated by another node. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration HAND_OVER = Duration.ofSeconds(10);

  private final Journal journal;
  private final Looks looks;
  private final Lanes lanes;
  private final WorkQueue queue;
  private final Marks marks;
  private final EngineTransactions transactions;
  private final Map<String, Wake> awake = new ConcurrentHashMap<>();
  private final Closing closing = new Closing();

  Engine(
      Journal journal,
      Looks looks,
      Lanes lanes,
      WorkQueue queue,
      Marks marks,
      EngineTransactions transactions) {
    this.journal = journal;
    this.looks = looks;
    this.lanes = lanes;
    this.queue = queue;
    this.marks = marks;
    this.transactions = transactions;
  }

  /** Works on a due execution; the answer puts it to rest. */
  CompletionHandler<Void> work(String executionId) {
    Optional<Run> run;
    try {
      run = journal.load(executionId);
    } catch (WrittenByNewer e) {
      LOG.warn("Execution {}: {}", executionId, e.getMessage());
      return (complete, operations) ->
          operations.reschedule(complete, looks.now().plus(FOR_NEWER_NODES));
    }
    return run.isEmpty()
        ? (complete, operations) -> operations.remove()
        : marks.wake(run.get(), () -> work(run.get()));
  }

  private CompletionHandler<Void> work(Run run) {
    String executionId = run.id();
    Wake wake = new Wake(run, journal, looks, lanes, queue, transactions, closing);
    awake.put(executionId, wake);
    try {
      wake.work();
    } catch (RuntimeException | Error e) {
      awake.remove(executionId, wake);
      wake.abandon();
      throw e;
    }
    return (complete, operations) ->
        marks.on(
            executionId,
            () -> {
              try {
                wake.rest(complete, operations);
              } finally {
                awake.remove(executionId, wake);
              }
              return executionId;
            });
  }

  /** Its journal grew: if it is being worked on here, the worker is to know at once. */
  void poke(String executionId) {
    Wake wake = awake.get(executionId);
    if (wake != null) {
      wake.poke();
    }
  }

  /** Any journal may have grown without our being told. */
  void pokeAll() {
    awake.values().forEach(Wake::poke);
  }

  /** Works again after a {@link #handOver}. */
  void takeUp() {
    closing.callOff();
  }

  /**
   * Starts nothing new and lets every worker put its execution back as due, for another node; waits
   * a moment for looks that are under way, and leaves the rest of them.
   */
  void handOver() {
    closing.begin();
    pokeAll();
    if (!awaitRest(PATIENCE)) {
      closing.hurry();
      pokeAll();
      awaitRest(HAND_OVER);
    }
  }

  private boolean awaitRest(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    while (!awake.isEmpty() && System.nanoTime() < until) {
      LockSupport.parkNanos(5_000_000);
    }
    return awake.isEmpty();
  }
}

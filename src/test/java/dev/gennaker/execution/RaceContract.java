package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The narrow places, each walked through on purpose, with the work queue standing still. */
abstract class RaceContract extends EngineScene {

  @Autowired private Scheduler scheduler;
  @Autowired private Engine engine;
  @Autowired private Lanes lanes;
  @Autowired private Journal journal;

  @BeforeEach
  void standStill() {
    scheduler.pause();
  }

  @AfterEach
  void goOn() {
    scheduler.resume();
    queue.check();
  }

  @Test
  void hearsASignalBetweenTheLastLookAndTheRest() {
    scripted.script(
        "deaf",
        stage ->
            stage.signals().containsKey("go")
                ? Outcome.done()
                : new Outcome.Held(Waiting.on("for go"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "deaf", "deaf")));
    Rested first = new Rested();
    engine.work(id).complete(null, first);
    assertThat(first.what).containsExactly("rests");
    CompletionHandler<Void> again = engine.work(id);
    String stageId = executions.find(id, DEV).orElseThrow().stages().getFirst().id();

    executions.signal(id, stageId, Map.of("go", true), DEV);

    Rested second = new Rested();
    again.complete(null, second);
    assertThat(second.what).containsExactly("is removed");
    assertThat(executions.find(id, DEV).orElseThrow().status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void stopsAtOnceWhenCancelledWhileItGoesToRest() {
    scripted.script("held", s -> new Outcome.Held(Waiting.on("for ever"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "ending", "held")));
    CompletionHandler<Void> rest = engine.work(id);

    executions.cancel(id, "now", DEV);

    Rested rested = new Rested();
    rest.complete(null, rested);
    assertThat(rested.what).containsExactly("is removed");
    assertThat(executions.find(id, DEV).orElseThrow().status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(scripted.cancels()).contains("ending");
  }

  @Test
  void keepsWhatAStageSaidWhenTheJournalGrewMeanwhile() {
    String id = start(Runs.chain("said"));
    CompletionHandler<Void> rest = engine.work(id);

    executions.cancel(id, "too late for this one", DEV);

    rest.complete(null, new Rested());
    Execution run = executions.find(id, DEV).orElseThrow();
    assertThat(run.stages().getFirst().status()).isEqualTo(SUCCEEDED);
    assertThat(run.status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(executions.events(id, DEV))
        .filteredOn(ExecutionEvent.StageEnded.class::isInstance)
        .hasSize(1);
  }

  @Test
  void letsOneDecideAtATimeWhoMayBegin() throws Exception {
    Run one = journal.load(limited()).orElseThrow();
    clock.advance(Duration.ofSeconds(1));
    Run other = journal.load(limited()).orElseThrow();
    BlockingQueue<ExecutionEvent> answers = new LinkedBlockingQueue<>();
    List<Thread> rivals = new ArrayList<>();

    lanes.decide(
        one,
        clock.instant(),
        answer -> {
          assertThat(answer).isInstanceOf(Begun.class);
          rivals.add(Thread.startVirtualThread(() -> decide(other, answers)));
          assertThat(poll(answers, 500)).as("decided while another decision is open").isNull();
          return journal.append(one, List.of(answer)) != null;
        });

    assertThat(poll(answers, 20_000)).isInstanceOf(Queued.class);
    rivals.getFirst().join();
    executions.cancel(one.id(), "", DEV);
    executions.cancel(other.id(), "", DEV);
  }

  private void decide(Run run, BlockingQueue<ExecutionEvent> answers) {
    lanes.decide(run, clock.instant(), answers::add);
  }

  private String limited() {
    return executions.start(
        Runs.request(
            Map.of("id", "race", "maxConcurrentExecutions", 1, "stages", Runs.chain("a")),
            Map.of()),
        DEV);
  }

  private static ExecutionEvent poll(BlockingQueue<ExecutionEvent> answers, long millis) {
    try {
      return answers.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes how a worker put its execution back, in place of the row it would have picked. */
  private static final class Rested extends ExecutionOperations<Void> {

    final List<String> what = new ArrayList<>();

    Rested() {
      super(null, null, null);
    }

    @Override
    public void reschedule(ExecutionComplete complete, Instant next) {
      what.add("rests");
    }

    @Override
    public void remove() {
      what.add("is removed");
    }
  }
}

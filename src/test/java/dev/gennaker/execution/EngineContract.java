package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.NOT_STARTED;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What the engine promises, whatever database it runs on. */
abstract class EngineContract extends EngineScene {

  @Test
  void runsAChainInOneGo() {
    String id = start(Runs.chain("a", "b", "c"));

    Execution run = awaitEnd(id);

    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages()).extracting(StageState::status).containsOnly(SUCCEEDED);
    assertThat(executions.events(id, DEV)).hasSize((int) run.version());
  }

  @Test
  void joinsBranches() {
    String id =
        start(
            List.of(
                Runs.stage("1", "root"),
                Runs.stage("2", "left", "1"),
                Runs.stage("3", "right", "1"),
                Runs.stage("4", "join", "2", "3")));

    Execution run = awaitEnd(id);

    assertThat(run.stages()).extracting(StageState::status).containsOnly(SUCCEEDED);
    assertThat(scripted.looks().indexOf("join"))
        .isGreaterThan(scripted.looks().indexOf("left"))
        .isGreaterThan(scripted.looks().indexOf("right"));
  }

  @Test
  void looksAgainWhenTimeHasPassed() {
    scripted.script(
        "twice",
        stage ->
            stage.memory().containsKey("seen")
                ? Outcome.done(Map.of("seen", stage.memory().get("seen")))
                : new Outcome.LookAgain(
                    Duration.ofMinutes(5), Waiting.on("for tea"), Map.of("seen", 1)));
    String id = start(List.of(Runs.scripted("1", "patient", "twice")));
    awaitWaiting(id, "for tea");
    assertThat(header(id).waiting()).isEqualTo("patient: for tea");

    crank(Duration.ofMinutes(5));

    assertThat(awaitEnd(id).stages().getFirst().outputs()).containsEntry("seen", 1);
  }

  @Test
  void wakesAHeldStageWithASignal() {
    scripted.script(
        "held",
        stage ->
            stage.signals().containsKey("go")
                ? Outcome.done()
                : new Outcome.Held(Waiting.on("for a word"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "held", "held")));
    StageState stage = awaitWaiting(id, "for a word");

    executions.signal(id, stage.id(), Map.of("go", true), DEV);

    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void cancelsAtOnceAndCallsTheHook() {
    scripted.script("forever", s -> new Outcome.Held(Waiting.on("for ever"), null, Map.of()));
    String id =
        start(List.of(Runs.scripted("1", "endless", "forever"), Runs.stage("2", "after", "1")));
    awaitWaiting(id, "for ever");

    executions.cancel(id, "enough", DEV);

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(CANCELED);
    assertThat(run.canceledBy()).isEqualTo("dev");
    assertThat(run.stages()).extracting(StageState::status).containsExactly(CANCELED, NOT_STARTED);
    assertThat(scripted.cancels()).contains("endless");
    executions.cancel(id, "again", DEV);
    assertThat(executions.find(id, DEV).orElseThrow()).isEqualTo(run);
  }

  @Test
  void waitsForADatabaseThatDidNotAnswerAStage() {
    scripted.script(
        "unlucky",
        stage -> {
          if (scripted.looks().stream().filter("asks"::equals).count() == 1) {
            throw new DataAccessResourceFailureException(
                "no connection", new SQLTransientConnectionException("gone"));
          }
          return Outcome.done();
        });
    String id = start(List.of(Runs.scripted("1", "asks", "unlucky")));
    awaitWaiting(id, "for the database, which did not answer");

    crank(Duration.ofSeconds(3));

    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void turnsAnExceptionIntoARetryableFailure() {
    scripted.script(
        "broken",
        stage -> {
          if (stage.attempt() == 1) {
            throw new IllegalStateException("planted");
          }
          return Outcome.done();
        });
    String id = start(List.of(Runs.scripted("1", "fragile", "broken"), Runs.stage("2", "b", "1")));
    Execution failed = awaitEnd(id);
    assertThat(failed.status()).isEqualTo(TERMINAL);
    Failure failure = failed.stages().getFirst().failure();
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.reason()).contains(id).doesNotContain("planted");

    executions.restart(id, failed.stages().getFirst().id(), Map.of(), DEV);

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages()).extracting(StageState::attempt).containsExactly(2, 1);
  }

  @Test
  void startsOnceForOneCorrelation() {
    StartRequest request = Runs.request(Runs.chain("a"), Map.of("correlationId", "once"));
    String first = executions.start(request, DEV);

    assertThat(executions.start(request, DEV)).isEqualTo(first);
    assertThat(awaitEnd(first).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void listsHeadersNewestFirst() {
    crank(Duration.ofSeconds(1));
    String older = start(Runs.chain("a"));
    awaitEnd(older);
    crank(Duration.ofSeconds(1));
    String newer = start(Runs.chain("a"));
    awaitEnd(newer);

    List<ExecutionHeader> page = executions.list(ExecutionQuery.ofApplication("shop", 1), DEV);
    assertThat(page).extracting(ExecutionHeader::id).containsExactly(newer);
    assertThat(
            executions.list(
                new ExecutionQuery(null, null, java.util.Set.of(), java.util.Set.of(), newer, 1),
                DEV))
        .extracting(ExecutionHeader::id)
        .containsExactly(older);
    executions.delete(newer, DEV);
    assertThat(executions.find(newer, DEV)).isEmpty();
  }

  @Test
  void evaluatesExpressionsWhenAStageStarts() {
    scripted.script("image", stage -> Outcome.done(Map.of("image", "shop:7")));
    Map<String, Object> second = Runs.stage("2", "second", "1");
    second.put("value", "${image}");
    Map<String, Object> third = Runs.stage("3", "third", "2");
    third.put("value", "${imge}");
    Map<String, Object> fourth = Runs.stage("4", "fourth", "2");
    fourth.put("stageEnabled", Map.of("type", "expression", "expression", "image == 'other'"));
    String id = start(List.of(Runs.scripted("1", "first", "image"), second, third, fourth));

    Execution run = awaitEnd(id);

    assertThat(run.stages().get(1).context()).containsEntry("value", "shop:7");
    assertThat(run.stages().get(1).written()).containsEntry("value", "${image}");
    assertThat(run.stages().get(2).status()).isEqualTo(TERMINAL);
    assertThat(run.stages().get(2).failure().reason()).contains("$.value").contains("imge");
    assertThat(run.stages().get(3).status())
        .isIn(ExecutionStatus.SKIPPED, ExecutionStatus.NOT_STARTED);
  }

  @Test
  void losesNoSignalThatArrivesDuringALook() throws Exception {
    scripted.script(
        "counting",
        stage ->
            stage.signals().size() >= 40
                ? Outcome.done(Map.of("heard", stage.signals().size()))
                : new Outcome.Held(Waiting.on("for forty words"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "listener", "counting")));
    StageState stage = awaitWaiting(id, "for forty words");

    try (var crowd = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Future<?>> words = new java.util.ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Map<String, Object> word = Map.of("w" + i, true);
        words.add(crowd.submit(() -> executions.signal(id, stage.id(), word, DEV)));
      }
      for (java.util.concurrent.Future<?> word : words) {
        word.get();
      }
    }

    assertThat(awaitEnd(id).stages().getFirst().outputs()).containsEntry("heard", 40);
  }

  @Test
  void survivesWhatStagesShouldNotSay() {
    scripted.script("cyclic", stage -> Outcome.done(Map.of("self", new Cyclic())));
    scripted.script(
        "absurd",
        stage ->
            stage.signals().containsKey("go")
                ? Outcome.done(Map.of("nan", Double.NaN, "when", clock.instant(), "a\u0000b", 1))
                : new Outcome.LookAgain(
                    Duration.ofSeconds(Long.MAX_VALUE), Waiting.on("for \u0000 ever"), Map.of()));
    Map<String, Object> absurd = Runs.scripted("1", "absurd", "absurd");
    absurd.put("stageTimeoutMs", "${9000000000000000000L}");
    String id = start(List.of(absurd, Runs.scripted("2", "cyclic", "cyclic", "1")));
    StageState stage = awaitWaiting(id, "for \u0000 ever");

    executions.signal(id, stage.id(), Map.of("go", true), DEV);

    Execution run = awaitEnd(id);
    assertThat(run.stages().get(0).outputs()).containsEntry("nan", "NaN").containsKey("when");
    assertThat(run.stages().get(1).failure().reason()).contains(id);
  }

  /** A value that holds itself. */
  public static final class Cyclic {
    public Cyclic getSelf() {
      return this;
    }
  }

  @Test
  void refusesToSignalWhatDoesNotRun() {
    String id = start(Runs.chain("a"));
    String stageId = awaitEnd(id).stages().getFirst().id();

    assertThatThrownBy(() -> executions.signal(id, stageId, Map.of("go", true), DEV))
        .isInstanceOf(NotPossible.class);
  }
}

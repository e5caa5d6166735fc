package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What should not happen, and what becomes of it. */
abstract class FaultContract extends EngineScene {

  @Autowired private JdbcClient jdbc;

  @Test
  void failsAStageThatPutsOutTooMuch() {
    scripted.script("huge", s -> Outcome.done(Map.of("text", "x".repeat(10_000_000))));
    String id = start(List.of(Runs.scripted("1", "huge", "huge"), Runs.stage("2", "after", "1")));

    Execution run = awaitEnd(id);

    assertThat(run.status()).isEqualTo(TERMINAL);
    assertThat(run.stages().getFirst().failure().reason()).startsWith("It put out more than 4 MB");
    assertThat(run.stages().getFirst().outputs()).isEmpty();
  }

  @Test
  void runsWithFiveMegabytesOfSettings() {
    Map<String, Object> stage = Runs.stage("1", "big");
    stage.put("value", "x".repeat(5_000_000));

    Execution run = awaitEnd(start(List.of(stage, Runs.stage("2", "after", "1"))));

    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages().getFirst().context().get("value").toString()).hasSize(5_000_000);
  }

  @Test
  void runsFiveHundredStages() {
    List<Map<String, Object>> stages = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      stages.add(
          i < 10
              ? Runs.stage("s" + i, "stage " + i)
              : Runs.stage("s" + i, "stage " + i, "s" + (i - 10), "s" + (i - 7)));
    }

    Execution run = awaitEnd(start(stages));

    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages()).hasSize(500).allMatch(stage -> stage.status() == SUCCEEDED);
  }

  @Test
  void goesOnWhenTheClockJumps() {
    scripted.script(
        "patient",
        s ->
            s.now().isBefore(s.startedAt().plusSeconds(600))
                ? new Outcome.LookAgain(Duration.ofMinutes(10), Waiting.on("for tea"), Map.of())
                : Outcome.done());
    String id =
        start(List.of(Runs.scripted("1", "patient", "patient"), Runs.stage("2", "after", "1")));
    awaitWaiting(id, "for tea");

    crank(Duration.ofHours(-1));
    assertThat(awaitEnd(start(Runs.chain("a", "b"))).status()).isEqualTo(SUCCEEDED);
    crank(Duration.ofHours(2));

    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void hearsTheSameSignalTwiceAsOnce() {
    scripted.script(
        "held",
        s ->
            s.signals().containsKey("go")
                ? Outcome.done(Map.of("heard", s.signals()))
                : new Outcome.Held(Waiting.on("for go"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "held", "held"), Runs.stage("2", "after", "1")));
    StageState stage = awaitWaiting(id, "for go");

    executions.signal(id, stage.id(), Map.of("go", 1), DEV);
    try {
      executions.signal(id, stage.id(), Map.of("go", 1), DEV);
    } catch (NotPossible alreadyEnded) {
      assertThat(alreadyEnded).hasMessageContaining("nothing would hear it");
    }

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages().getFirst().outputs().get("heard")).isEqualTo(Map.of("go", 1));
  }

  @Test
  void refusesToRestartWhileACancelIsUnderWay() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    scripted.script(
        "stubborn",
        s -> {
          while (release.getCount() > 0) {
            try {
              release.await();
            } catch (InterruptedException ignored) {
              // That is what stubborn means.
            }
          }
          return Outcome.done();
        });
    String id = start(List.of(Runs.scripted("1", "stubborn", "stubborn")));
    await().until(() -> scripted.looks().contains("stubborn"));
    String stageId = executions.find(id, DEV).orElseThrow().stages().getFirst().id();

    executions.cancel(id, "enough", DEV);

    assertThatThrownBy(() -> executions.restart(id, stageId, Map.of(), DEV))
        .isInstanceOf(NotPossible.class)
        .hasMessageContaining("runs; wait for it");
    release.countDown();
    assertThat(awaitEnd(id).status()).isEqualTo(CANCELED);
    executions.restart(id, stageId, Map.of("script", "gentle"), DEV);
  }

  @Test
  void runsWhatWasQueuedWhenItsPipelineIsGone() {
    scripted.script(
        "first",
        s ->
            s.signals().containsKey("go")
                ? Outcome.done()
                : new Outcome.Held(Waiting.on("for go"), null, Map.of()));
    Map<String, Object> document =
        Map.of(
            "id",
            "gone",
            "limitConcurrent",
            true,
            "keepWaitingPipelines",
            true,
            "stages",
            List.of(Runs.scripted("1", "first", "first")));
    String running = executions.start(Runs.request(document, Map.of()), DEV);
    StageState stage = awaitWaiting(running, "for go");
    String queued = executions.start(Runs.request(document, Map.of()), DEV);
    await().until(() -> header(queued).waiting().contains(running));

    // No such pipeline was ever saved: a run brings along all it needs.
    executions.signal(running, stage.id(), Map.of("go", true), DEV);

    awaitEnd(running);
    StageState next = awaitWaiting(queued, "for go");
    executions.signal(queued, next.id(), Map.of("go", true), DEV);
    assertThat(awaitEnd(queued).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void leavesWhatANewerVersionWroteToThat() {
    scripted.script(
        "newer",
        s ->
            s.signals().containsKey("go")
                ? Outcome.done()
                : new Outcome.Held(Waiting.on("for go"), null, Map.of()));
    String id = start(List.of(Runs.scripted("1", "newer", "newer")));
    StageState stage = awaitWaiting(id, "for go");
    jdbc.sql("update execution set version = version + 1 where id = ?").param(id).update();
    jdbc.sql(
            """
            insert into execution_journal (execution_id, version, events)
              select id, version, '[{"event":"fromTheFuture"}]' from execution where id = ?
            """)
        .param(id)
        .update();

    assertThatThrownBy(() -> executions.find(id, DEV))
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageContaining("newer version");
    crank(Duration.ofMinutes(30));
    assertThat(awaitEnd(start(Runs.chain("a"))).status()).isEqualTo(SUCCEEDED);
    assertThat(header(id).status()).isEqualTo(ExecutionStatus.RUNNING);

    // The newer one is done with it.
    jdbc.sql("delete from execution_journal where execution_id = ? and events like '%Future%'")
        .param(id)
        .update();
    jdbc.sql("update execution set version = version - 1 where id = ?").param(id).update();
    executions.signal(id, stage.id(), Map.of("go", true), DEV);
    crank(Duration.ofMinutes(1));
    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }
}

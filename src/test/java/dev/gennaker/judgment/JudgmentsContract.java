package dev.gennaker.judgment;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.RUNNING;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.execution.Runs;
import dev.gennaker.execution.SettableClock;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Verdict.Decision;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What asking people promises, whatever database it runs on. */
abstract class JudgmentsContract {

  private static final Actor DEV = new Actor("dev", Set.of("devs"));
  private static final Actor JUDGE = new Actor("jane", Set.of("judges"));
  private static final Actor GUEST = new Actor("gus", Set.of("guests"));

  @Autowired private Judgments judgments;
  @Autowired private JudgmentRows rows;
  @Autowired private Executions executions;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @Test
  void letsTheRunGoOnAndSaysWhoDecided() {
    String id = start(Map.of("instructions", "Look at the graphs"));
    StageState stage = awaitQuestion(id);
    assertThat(judgments.waitingFor(JUDGE)).anyMatch(j -> j.stageId().equals(stage.id()));
    assertThat(executions.list(dev.gennaker.execution.ExecutionQuery.newest(1), JUDGE).getFirst())
        .satisfies(header -> assertThat(header.stages().getFirst().needsPerson()).isTrue());

    Judgment answered =
        judgments.answer(id, stage.id(), Decision.CONTINUE, "", "looks good", JUDGE);

    assertThat(answered.verdict())
        .isEqualTo(new Verdict(Decision.CONTINUE, "", "looks good", "jane", clock.instant()));
    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages().getFirst().outputs()).containsEntry("judgedBy", "jane");
  }

  @Test
  void failsTheStageWithTheReasonOfWhoStoppedIt() {
    String id = start(Map.of());
    StageState stage = awaitQuestion(id);

    judgments.answer(id, stage.id(), Decision.STOP, "", "error rate is up", JUDGE);

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(TERMINAL);
    assertThat(run.stages().getFirst().failure().reason())
        .isEqualTo("Stopped by jane: error rate is up");
  }

  @Test
  void takesOnlyOneOfTheChoices() {
    String id =
        start(Map.of("judgmentInputs", List.of(Map.of("value", "blue"), Map.of("value", "green"))));
    StageState stage = awaitQuestion(id);
    assertThatThrownBy(() -> judgments.answer(id, stage.id(), Decision.CONTINUE, "red", "", JUDGE))
        .isInstanceOf(NotPossible.class)
        .hasMessageContaining("blue, green");

    judgments.answer(id, stage.id(), Decision.CONTINUE, "green", "", JUDGE);

    assertThat(awaitEnd(id).stages().getFirst().outputs()).containsEntry("judgmentInput", "green");
  }

  @Test
  void asksOnlyThoseWhoMayAnswer() {
    String id = start(Map.of("selectedStageRoles", List.of("judges")));
    StageState stage = awaitQuestion(id);

    assertThat(judgments.waitingFor(DEV)).noneMatch(j -> j.executionId().equals(id));
    assertThat(judgments.waiting(DEV)).anyMatch(j -> j.executionId().equals(id));
    assertThatThrownBy(() -> answer(id, stage, DEV))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("judges");
    assertThatThrownBy(() -> answer(id, stage, GUEST)).isInstanceOf(NotPermitted.class);
    executions.signal(id, stage.id(), Map.of("judgmentStatus", "continue"), DEV);

    assertThat(executions.find(id, DEV).orElseThrow().status()).isEqualTo(RUNNING);
    answer(id, stage, JUDGE);
    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void countsTheFirstAnswerOnly() throws Exception {
    String id = start(Map.of());
    StageState stage = awaitQuestion(id);
    AtomicInteger late = new AtomicInteger();
    Callable<Boolean> answering =
        () -> {
          try {
            answer(id, stage, JUDGE);
            return true;
          } catch (JudgmentAlreadyGiven given) {
            late.incrementAndGet();
            return false;
          }
        };
    int counted = 0;
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : crowd.invokeAll(java.util.Collections.nCopies(8, answering))) {
        counted += answer.get() ? 1 : 0;
      }
    }

    assertThat(counted).isOne();
    assertThat(late).hasValue(7);
    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void recordsNoSecondAnswer() {
    String id = start(Map.of());
    StageState stage = awaitQuestion(id);
    String judgment = judgments.of(id, stage.id(), DEV).orElseThrow().id();
    Verdict stop = new Verdict(Decision.STOP, "", "first", "jane", clock.instant());
    Verdict go = new Verdict(Decision.CONTINUE, "", "second", "dev", clock.instant());

    assertThat(rows.answer(judgment, stop)).isTrue();
    assertThat(rows.answer(judgment, go)).isFalse();

    assertThat(judgments.of(id, stage.id(), DEV).orElseThrow().verdict()).isEqualTo(stop);
    executions.cancel(id, "", DEV);
  }

  @Test
  void withdrawsTheQuestionWhenCancelledAndAsksAnewOnRestart() {
    String id = start(Map.of());
    StageState stage = awaitQuestion(id);

    executions.cancel(id, "not today", DEV);

    assertThat(awaitEnd(id).status()).isEqualTo(CANCELED);
    assertThat(judgments.of(id, stage.id(), DEV).orElseThrow().withdrawnAt()).isNotNull();
    assertThatThrownBy(() -> answer(id, stage, JUDGE)).isInstanceOf(NotPossible.class);
    executions.restart(id, stage.id(), Map.of(), DEV);
    awaitQuestion(id);
    assertThat(judgments.of(id, stage.id(), DEV).orElseThrow().attempt()).isEqualTo(2);
    answer(id, stage, JUDGE);
    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
    assertThat(
            jdbc.sql("select count(*) from judgment where execution_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void timesOutAfterThreeDaysAndWithdrawsTheQuestion() {
    String id = start(Map.of());
    StageState stage = awaitQuestion(id);

    clock.advance(Duration.ofDays(3));
    executions.signal(id, stage.id(), Map.of("wake", true), DEV);

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(TERMINAL);
    assertThat(run.stages().getFirst().failure().reason())
        .startsWith("Timed out after 3 d; it was waiting: Waits for a decision");
    assertThat(judgments.waiting(JUDGE)).noneMatch(j -> j.executionId().equals(id));
  }

  @Test
  void handsTheJudgesIdentityOver() {
    Map<String, Object> judgment =
        Map.of(
            "refId", "1",
            "type", "manualJudgment",
            "name", "Approve",
            "propagateAuthenticationContext", true);
    Map<String, Object> after =
        Map.of(
            "refId", "2",
            "type", "manualJudgment",
            "name", "Again",
            "requisiteStageRefIds", List.of("1"));
    clock.advance(Duration.ofSeconds(1));
    String id = executions.start(Runs.request(List.of(judgment, after), Map.of()), DEV);
    answer(id, awaitQuestion(id), JUDGE);
    StageState second =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> executions.find(id, DEV).orElseThrow().stages().get(1),
                stage -> stage.waiting() != null);

    assertThat(judgments.of(id, second.id(), DEV).orElseThrow().askedBy()).isEqualTo("jane");
    executions.cancel(id, "", DEV);
  }

  private void answer(String id, StageState stage, Actor actor) {
    judgments.answer(id, stage.id(), Decision.CONTINUE, "", "", actor);
  }

  private String start(Map<String, Object> settings) {
    clock.advance(Duration.ofSeconds(1));
    Map<String, Object> stage = new LinkedHashMap<>(settings);
    stage.put("refId", "1");
    stage.put("type", "manualJudgment");
    stage.put("name", "Approve");
    return executions.start(Runs.request(List.of(stage), Map.of()), DEV);
  }

  private StageState awaitQuestion(String id) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> executions.find(id, DEV).orElseThrow().stages().getFirst(),
            stage -> stage.status() == RUNNING && stage.waiting() != null);
  }

  private Execution awaitEnd(String id) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> executions.find(id, DEV).orElseThrow(), run -> run.status().isComplete());
  }
}

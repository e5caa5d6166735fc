package dev.gennaker.ui.run;

import static dev.gennaker.execution.ExecutionStatus.*;
import static dev.gennaker.ui.run.Runs.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.Waiting;
import dev.gennaker.ui.kit.Lineage;
import dev.gennaker.ui.kit.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunModelTests {

  @ParameterizedTest
  @CsvSource({
    "NOT_STARTED, RUNNING, TODO",
    "NOT_STARTED, TERMINAL, NOT_REACHED",
    "RUNNING, RUNNING, RUNNING",
    "SUCCEEDED, RUNNING, SUCCEEDED",
    "SKIPPED, RUNNING, SKIPPED",
    "FAILED_CONTINUE, RUNNING, FAILED",
    "STOPPED, RUNNING, FAILED",
    "CANCELED, CANCELED, STOPPED",
    "TERMINAL, TERMINAL, FAILED",
    "PAUSED, RUNNING, HELD",
  })
  void aStatusHasOneShape(ExecutionStatus stage, ExecutionStatus run, Status shape) {
    StageState state = Runs.stage("1", stage);
    assertThat(Standing.of(state, Runs.run(run, state), false)).isEqualTo(shape);
  }

  @Test
  void aJudgmentIsHeldForSomeAndNeedsOthers() {
    StageState asks = Runs.stage("1", "manualJudgment", null, RUNNING, null);
    Execution run = Runs.run(RUNNING, asks);
    assertThat(Standing.of(asks, run, false)).isEqualTo(Status.HELD);
    assertThat(Standing.of(asks, run, true)).isEqualTo(Status.NEEDS_YOU);
  }

  @Test
  void theFirstCauseIsTheEarliestThatFailedByItself() {
    Execution run =
        Runs.run(
            TERMINAL,
            Runs.failed("1", null, 30),
            Runs.failed("1<a", "1", 20),
            Runs.failed("2", null, 25));
    assertThat(FirstCause.in(run)).map(StageState::refId).contains("1<a");
  }

  @Test
  void aRunWithoutFailureHasNoCause() {
    assertThat(FirstCause.in(Runs.run(SUCCEEDED, Runs.stage("1", SUCCEEDED)))).isEmpty();
  }

  @Test
  void aRetryRunsEverythingDownstreamAgainAndNothingElse() {
    Execution run =
        Runs.run(
            TERMINAL,
            Runs.stage("1", SUCCEEDED),
            Runs.failed("2", null, 9, "1"),
            Runs.stage("3", NOT_STARTED, "2"),
            Runs.stage("4", SUCCEEDED, "1"),
            Runs.stage("5", NOT_STARTED, "3", "4"));
    RestartDialog.Shown shown =
        new RestartDialog.Shown(
            run,
            run.stages().get(1),
            _ -> {
              throw new AssertionError("nothing is drawn");
            });
    assertThat(shown.again())
        .extracting(StageState::name)
        .containsExactly("Stage 2", "Stage 3", "Stage 5");
    assertThat(shown.kept()).doesNotContainAnyElementsOf(shown.again());
  }

  @Test
  void whatLedToAStageIsTheWholeWayThere() {
    Execution run =
        Runs.run(
            RUNNING,
            Runs.stage("1", SUCCEEDED),
            Runs.stage("2", SUCCEEDED),
            Runs.stage("4", NOT_STARTED, "3"),
            Runs.stage("3", RUNNING, "1"));

    assertThat(Lineage.before(run, run.stages().get(2)))
        .extracting(StageState::refId)
        .containsExactly("1", "3");
    assertThat(Lineage.after(run, run.stages().get(0)))
        .extracting(StageState::refId)
        .containsExactly("4", "3");
    assertThat(Lineage.after(run, run.stages().get(1))).isEmpty();
  }

  @Test
  void theTimelineHatchesFromTheMomentAStageWaited() {
    StageState stage = Runs.stage("1", RUNNING);
    Instant waits = START.plusSeconds(11);
    List<TimelineRow> rows =
        TimelineRow.of(
            Runs.run(RUNNING, stage),
            List.of(
                new ExecutionEvent.StageWaits(
                    waits, stage.id(), Waiting.on("x"), Map.of(), null, false)),
            Set.of());
    assertThat(rows.getFirst().bars())
        .containsExactly(
            new TimelineRow.Bar(START.plusSeconds(1).toEpochMilli(), waits.toEpochMilli(), "work"),
            new TimelineRow.Bar(waits.toEpochMilli(), null, "wait"));
  }

  @Test
  void childrenStandBelowTheirParentAndSayHowLongInstead() {
    Execution run =
        Runs.run(
            RUNNING,
            Runs.stage("1", RUNNING),
            Runs.stage("1<a", "wait", "1", SUCCEEDED, null),
            Runs.stage("2", NOT_STARTED, "1"));
    assertThat(TimelineRow.of(run, List.of(), Set.of()))
        .extracting(TimelineRow::name, TimelineRow::depth, TimelineRow::word)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Stage 1", 0, ""),
            org.assertj.core.groups.Tuple.tuple("Stage 1<a", 1, ""),
            org.assertj.core.groups.Tuple.tuple("Stage 2", 0, "not started"));
  }

  @Test
  void aStageNotStartedSaysAfterWhomItStarts() {
    StageState later = Runs.stage("2", NOT_STARTED, "1");
    Execution run = Runs.run(RUNNING, Runs.stage("1", RUNNING), later);
    assertThat(StagePanel.sentence(run, later, Standing.of(later, run, false)))
        .isEqualTo("Starts after Stage 1.");
  }
}

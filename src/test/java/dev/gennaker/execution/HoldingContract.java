package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.NOT_STARTED;
import static dev.gennaker.execution.ExecutionStatus.SKIPPED;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stages that wait before they start: for their window, or before another attempt. */
abstract class HoldingContract extends EngineScene {

  @Test
  void triesAgainUntilItSucceeds() {
    scripted.script("third", s -> s.attempt() < 3 ? failed(true) : Outcome.done());
    String id = start(List.of(retrying("third", 4), Runs.stage("2", "after", "1")));
    awaitHeld(id, "attempt 2 of 4");

    crank(Duration.ofMinutes(1));
    awaitHeld(id, "attempt 3 of 4");
    crank(Duration.ofMinutes(2));

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages().getFirst().attempt()).isEqualTo(3);
    assertThat(run.stages().getFirst().failure()).isNull();
  }

  @Test
  void givesUpAfterTheLastAttemptAndAtOnceWhereItIsNoUse() {
    scripted.script("never", s -> failed(true));
    scripted.script("useless", s -> failed(false));
    String id = start(List.of(retrying("never", 2)));
    awaitHeld(id, "attempt 2 of 2");
    crank(Duration.ofMinutes(1));

    assertThat(awaitEnd(id).status()).isEqualTo(TERMINAL);
    Execution useless = awaitEnd(start(List.of(retrying("useless", 5))));
    assertThat(useless.stages().getFirst().attempt()).isEqualTo(1);
  }

  @Test
  void makesChildrenAgain() {
    scripted.script(
        "parent",
        s ->
            s.children().isEmpty()
                ? new Outcome.Expanded(
                    List.of(
                        new ChildStage(
                            "c", "scripted", "child", List.of(), Map.of("script", "child"), false)),
                    Map.of())
                : Outcome.done());
    scripted.script("child", s -> s.stageId().contains(".1.") ? failed(true) : Outcome.done());
    String id = start(List.of(retrying("parent", 2)));
    awaitHeld(id, "attempt 2 of 2");

    crank(Duration.ofMinutes(1));

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages()).hasSize(2);
  }

  @Test
  void triesAgainWhatTimedOut() {
    scripted.script("slow", s -> new Outcome.Held(waits("for ever"), null, Map.of()));
    Map<String, Object> stage = retrying("slow", 2);
    stage.put("stageTimeoutMs", 60_000);
    String id = start(List.of(stage));
    awaitWaiting(id, "for ever");

    crank(Duration.ofMinutes(2));

    awaitHeld(id, "Timed out after 1 min");
    assertThat(scripted.cancels()).contains("retrying");
    executions.cancel(id, "enough", DEV);
    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(CANCELED);
    assertThat(run.stages().getFirst().status()).isEqualTo(CANCELED);
  }

  @Test
  void startsWhenItsWindowOpens() {
    Map<String, Object> stage = Runs.stage("1", "nightly");
    stage.putAll(window(clock.instant().plus(Duration.ofHours(3))));
    String id = start(List.of(stage, Runs.stage("2", "after", "1")));
    StageState held = awaitHeld(id, "May start in its window");
    assertThat(held.status()).isEqualTo(NOT_STARTED);
    assertThat(header(id).waiting()).startsWith("nightly: May start in its window");

    crank(Duration.ofHours(2));
    assertThat(stage(id, "nightly").status()).isEqualTo(NOT_STARTED);
    crank(Duration.ofHours(1));

    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void letsPeoplePassTheWindowOrSkipTheStage() {
    Map<String, Object> passed = Runs.stage("1", "passed");
    passed.putAll(window(clock.instant().plus(Duration.ofHours(3))));
    Map<String, Object> skipped = Runs.stage("2", "skipped");
    skipped.putAll(window(clock.instant().plus(Duration.ofHours(3))));
    skipped.put("canManuallySkip", true);
    String id = start(List.of(passed, skipped));
    StageState first = awaitHeld(id, "May start in its window");
    await().until(() -> stage(id, "skipped").waiting() != null);

    executions.signal(id, first.id(), Map.of("skipRemainingWait", true), DEV);
    executions.signal(id, stage(id, "skipped").id(), Map.of("manualSkip", true), DEV);

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages()).extracting(StageState::status).containsExactly(SUCCEEDED, SKIPPED);
  }

  @Test
  void skipsWhatWouldStartTooLate() {
    Map<String, Object> stage = Runs.stage("1", "late");
    stage.put("startTimeExpiry", clock.instant().minusSeconds(1).toEpochMilli());

    Execution run = awaitEnd(start(List.of(stage)));

    assertThat(run.stages().getFirst().status()).isEqualTo(SKIPPED);
    assertThat(run.stages().getFirst().reason()).contains("start time expiry");
  }

  private static Map<String, Object> retrying(String script, int attempts) {
    Map<String, Object> stage = Runs.scripted("1", "retrying", script);
    stage.put("retry", Map.of("maxAttempts", attempts, "delayMs", 60_000, "backoffFactor", 2));
    return stage;
  }

  /** Open for an hour from then on. */
  private static Map<String, Object> window(Instant from) {
    int hour = from.atOffset(ZoneOffset.UTC).getHour();
    return Map.of(
        "restrictExecutionDuringTimeWindow",
        true,
        "restrictedExecutionWindow",
        Map.of(
            "whitelist",
            List.of(Map.of("startHour", hour, "startMin", 0, "endHour", hour, "endMin", 59))));
  }

  private static Outcome failed(boolean transientOne) {
    return new Outcome.Failed("planted", transientOne, Map.of());
  }

  private static dev.gennaker.stage.Waiting waits(String reason) {
    return dev.gennaker.stage.Waiting.on(reason);
  }

  private StageState stage(String id, String name) {
    return executions.find(id, DEV).orElseThrow().stages().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private StageState awaitHeld(String id, String reason) {
    return awaitWaiting(id, NOT_STARTED, told -> told.contains(reason));
  }
}

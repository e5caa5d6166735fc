package dev.gennaker.execution;

import static dev.gennaker.execution.ExecutionStatus.CANCELED;
import static dev.gennaker.execution.ExecutionStatus.NOT_STARTED;
import static dev.gennaker.execution.ExecutionStatus.PAUSED;
import static dev.gennaker.execution.ExecutionStatus.RUNNING;
import static dev.gennaker.execution.ExecutionStatus.SKIPPED;
import static dev.gennaker.execution.ExecutionStatus.SUCCEEDED;
import static dev.gennaker.execution.ExecutionStatus.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns, time limits, pauses, skips, restarts and children, whatever database it runs on. */
abstract class SteeringContract extends EngineScene {

  @BeforeEach
  void holdsUntilToldToGo() {
    scripted.script(
        "hold",
        stage ->
            stage.signals().containsKey("go")
                ? Outcome.done()
                : new Outcome.Held(Waiting.on("for go"), null, Map.of()));
  }

  @Test
  void letsOneOfManySimultaneousStartsRunAtATime() throws Exception {
    List<String> ids = startTogether("turns", 5, Map.of("keepWaitingPipelines", true));
    for (int left = 5; left > 0; left--) {
      String running = awaitOneRunning(ids);
      if (left > 1) {
        String waiting =
            ids.stream().filter(id -> status(id) == NOT_STARTED).findFirst().orElseThrow();
        await().until(() -> header(waiting).waiting(), text -> text.startsWith("Waits for"));
      }
      go(running);
      assertThat(awaitEnd(running).status()).isEqualTo(SUCCEEDED);
    }
    assertThat(ids).allMatch(id -> status(id) == SUCCEEDED);
  }

  @Test
  void letsOnlyTheNewestWaitingRunFollow() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(startLimited("newest", Map.of()));
      crank(Duration.ofSeconds(1));
    }
    awaitWaiting(ids.getFirst(), "for go");

    go(ids.getFirst());

    awaitWaiting(ids.getLast(), "for go");
    Execution superseded = awaitEnd(ids.get(1));
    assertThat(superseded.status()).isEqualTo(CANCELED);
    assertThat(superseded.cancelReason()).contains("Superseded").contains(ids.getLast());
    assertThat(awaitEnd(ids.get(2)).status()).isEqualTo(CANCELED);
    go(ids.getLast());
    awaitEnd(ids.getLast());
  }

  @Test
  void cancelsWhatHasNotBegunInTime() {
    String first = startLimited("expiry", Map.of());
    awaitWaiting(first, "for go");
    long expiry = clock.instant().plusSeconds(60).toEpochMilli();
    String second = startLimited("expiry", Map.of("startTimeExpiry", expiry));
    await().until(() -> header(second).waiting(), text -> !text.isEmpty());

    crank(Duration.ofSeconds(61));

    Execution expired = awaitEnd(second);
    assertThat(expired.status()).isEqualTo(CANCELED);
    assertThat(expired.cancelReason()).contains("start time expiry");
    executions.cancel(first, "", DEV);
    awaitEnd(first);
  }

  @Test
  void doesNothingWhilePausedAndCountsNoTime() {
    Map<String, Object> stage = Runs.scripted("1", "timed", "hold");
    stage.put("stageTimeoutMs", 60_000);
    String id = start(List.of(stage));
    StageState held = awaitWaiting(id, "for go");
    crank(Duration.ofSeconds(30));
    executions.pause(id, DEV);
    crank(Duration.ofHours(1));
    executions.signal(id, held.id(), Map.of("other", 1), DEV);
    assertThat(status(id)).isEqualTo(PAUSED);

    executions.resume(id, DEV);
    crank(Duration.ofSeconds(20));

    assertThat(status(id)).isEqualTo(RUNNING);
    go(id);
    assertThat(awaitEnd(id).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void timesOutAndStopsWhatGoesOnOutside() {
    Map<String, Object> stage = Runs.scripted("1", "slow", "hold");
    stage.put("stageTimeoutMs", "60000");
    String id = start(List.of(stage));
    awaitWaiting(id, "for go");

    crank(Duration.ofSeconds(61));

    Execution run = awaitEnd(id);
    assertThat(run.status()).isEqualTo(TERMINAL);
    assertThat(run.stages().getFirst().failure().reason())
        .isEqualTo("Timed out after 1 min; it was waiting: for go");
    assertThat(scripted.cancels()).contains("slow");
  }

  @Test
  void skipsOnlyWhatMayBeSkipped() {
    Map<String, Object> open = Runs.scripted("1", "open", "hold");
    open.put("canManuallySkip", true);
    String id = start(List.of(open, Runs.scripted("2", "strict", "hold", "1")));
    StageState first = awaitWaiting(id, "for go");

    executions.signal(id, first.id(), Map.of("manualSkip", true, "reason", "known good"), DEV);

    StageState second =
        await().until(() -> find(id).stages().get(1), stage -> stage.waiting() != null);
    assertThat(find(id).stages().getFirst().status()).isEqualTo(SKIPPED);
    assertThat(find(id).stages().getFirst().reason()).isEqualTo("Skipped by dev: known good");
    assertThatThrownBy(() -> executions.signal(id, second.id(), Map.of("manualSkip", true), DEV))
        .isInstanceOf(NotPossible.class);
    executions.cancel(id, "", DEV);
  }

  @Test
  void restartsAStageAndWhatFollowsWithChangedSettings() {
    scripted.script("echo", stage -> Outcome.done(Map.of("echo", stage.find("value").orElse(""))));
    Map<String, Object> second = Runs.scripted("2", "second", "echo", "1");
    second.put("value", "old");
    String id =
        start(List.of(Runs.stage("1", "first"), second, Runs.scripted("3", "third", "echo", "2")));
    Execution before = awaitEnd(id);

    executions.restart(id, before.stages().get(1).id(), Map.of("value", "new"), DEV);

    Execution after = awaitEnd(id);
    assertThat(after.stages()).extracting(StageState::attempt).containsExactly(1, 2, 2);
    assertThat(after.stages().get(1).outputs()).containsEntry("echo", "new");
    assertThat(after.endedAt()).isAfterOrEqualTo(before.endedAt());
  }

  @Test
  void carriesAStageOutByChildren() {
    scripted.script(
        "parent",
        stage ->
            stage.children().isEmpty()
                ? new Outcome.Expanded(
                    List.of(
                        child("east", Map.of("script", "child", "value", "${parameters.tag}")),
                        child("west", Map.of("script", "child", "value", "x"), "east"),
                        new ChildStage(
                            "flaky",
                            "scripted",
                            "flaky",
                            List.of(),
                            Map.of("script", "fail"),
                            true)),
                    Map.of())
                : Outcome.done(
                    Map.of(
                        "children",
                        stage.children().stream().map(c -> c.outputs().get("value")).toList())));
    scripted.script(
        "child", stage -> Outcome.done(Map.of("value", stage.find("value").orElse(""))));
    scripted.script("fail", stage -> Outcome.failed("flaky"));
    StartRequest request =
        Runs.request(
            List.of(Runs.scripted("1", "parent", "parent")),
            Map.of("parameters", Map.of("tag", "v7")));

    Execution run = awaitEnd(executions.start(request, DEV));

    assertThat(run.status()).isEqualTo(SUCCEEDED);
    assertThat(run.stages())
        .extracting(StageState::refId)
        .containsExactly("1", "1>east", "1>west", "1>flaky");
    assertThat((List<?>) run.stages().getFirst().outputs().get("children"))
        .extracting(String::valueOf)
        .containsExactly("v7", "x", "null");
    assertThat(run.stages().getLast().status()).isEqualTo(ExecutionStatus.FAILED_CONTINUE);
  }

  private static ChildStage child(String key, Map<String, Object> settings, String... after) {
    return new ChildStage(key, "scripted", key, List.of(after), settings, false);
  }

  private List<String> startTogether(String pipeline, int count, Map<String, Object> more)
      throws Exception {
    List<String> ids = new ArrayList<>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> starts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        starts.add(crowd.submit(() -> startLimited(pipeline, more)));
      }
      for (Future<String> start : starts) {
        ids.add(start.get());
      }
    }
    return ids;
  }

  private String startLimited(String pipeline, Map<String, Object> more) {
    Map<String, Object> document = new LinkedHashMap<>(more);
    document.put("id", pipeline);
    document.put("limitConcurrent", true);
    document.put("stages", List.of(Runs.scripted("1", "held", "hold")));
    return executions.start(Runs.request(document, Map.of()), DEV);
  }

  private String awaitOneRunning(List<String> ids) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> ids.stream().filter(id -> status(id) == RUNNING).toList(),
            running -> {
              assertThat(running).hasSizeLessThan(2);
              return running.size() == 1
                  && find(running.getFirst()).stages().getFirst().waiting() != null;
            })
        .getFirst();
  }

  private void go(String id) {
    executions.signal(id, find(id).stages().getFirst().id(), Map.of("go", true), DEV);
  }

  private Execution find(String id) {
    return executions.find(id, DEV).orElseThrow();
  }

  private ExecutionStatus status(String id) {
    return find(id).status();
  }
}

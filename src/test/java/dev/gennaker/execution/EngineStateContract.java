package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators and their tools see of the engine. */
abstract class EngineStateContract extends EngineScene {

  @Autowired EngineState state;
  @Autowired EngineMeters meters;
  @Autowired Scheduler scheduler;

  @AfterEach
  void endAll() {
    scheduler.resume();
    everything("").forEach(each -> executions.cancel(each.id(), "over", DEV));
    await().until(() -> everything("").isEmpty());
  }

  @Test
  void tellsWhatWaitsForWhatAndSinceWhenTheLongestFirst() {
    scripted.script("sea", s -> waits("for the 100 % tide"));
    scripted.script("wind", s -> waits("for the wind"));
    Instant first = clock.instant();
    String sea = start(List.of(Runs.scripted("1", "Sail", "sea")));
    awaitWaiting(sea, "for the 100 % tide");
    crank(Duration.ofSeconds(30));
    String wind = start(List.of(Runs.scripted("1", "Fly", "wind")));
    awaitWaiting(wind, "for the wind");
    crank(Duration.ofSeconds(30));
    executions.pause(wind, DEV);

    List<Standing> standing = everything("");

    assertThat(standing).extracting(Standing::id).containsExactly(sea, wind);
    assertThat(standing).extracting(Standing::waiting).startsWith("Sail: for the 100 % tide");
    assertThat(standing).extracting(Standing::since).containsExactly(first, first.plusSeconds(60));
    assertThat(everything("100 % T")).extracting(Standing::id).containsExactly(sea);
    assertThat(everything("100 %t")).isEmpty();
    // Both became due with the clock; they are looked at, and rest again.
    await()
        .untilAsserted(
            () ->
                assertThat(state.now(DEV).figures())
                    .extracting(EngineFigures::active, EngineFigures::due)
                    .containsExactly(2L, 0L));
  }

  @Test
  void goesOnBehindACursorHoweverManyWait() {
    scripted.script("long", s -> waits("for long"));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(start(List.of(Runs.scripted("1", "Wait", "long"))));
    }
    all.forEach(id -> awaitWaiting(id, "for long"));

    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      List<Standing> page = state.standing(new StandingQuery("shop", cursor, 2), DEV);
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      page.forEach(each -> read.add(each.id()));
      cursor = page.isEmpty() ? null : page.getLast().cursor();
    } while (cursor != null);

    assertThat(read).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
  }

  @Test
  void tellsWhatIsDueAndHowLateItWasPicked() {
    scheduler.pause();
    String id = start(Runs.chain("a"));
    Instant since = clock.instant();
    clock.advance(Duration.ofSeconds(7));

    EngineNow now = state.now(DEV);

    assertThat(now.figures().due()).isEqualTo(1);
    assertThat(now.figures().dueSince()).isEqualTo(since);
    assertThat(now.due()).extracting(QueueEntry::executionId).containsExactly(id);
    scheduler.resume();
    // Polls go by the clock, and it stands still.
    queue.check();
    awaitEnd(id);
    assertThat(state.now(DEV).lag().worst()).isEqualTo(Duration.ofSeconds(7));
    assertThat(state.now(DEV).figures().due()).isZero();
  }

  @Test
  void countsWhatEndedAndHowLongItTook() {
    MeterRegistry registry = meters.registry();
    long done = count(registry, "scripted", "succeeded");
    scripted.script("slow", s -> waits("a while"));
    String id = start(List.of(Runs.scripted("1", "Sail", "slow"), Runs.stage("2", "b", "1")));
    awaitWaiting(id, "a while");
    scripted.script("slow", s -> Outcome.done());
    crank(Duration.ofSeconds(30));
    awaitEnd(id);

    await().until(() -> count(registry, "scripted", "succeeded") == done + 2);
    assertThat(
            registry
                .get("gennaker.stages")
                .tags("type", "scripted", "status", "succeeded")
                .timer()
                .totalTime(java.util.concurrent.TimeUnit.SECONDS))
        .isGreaterThanOrEqualTo(30);
  }

  @Test
  void gaugesReadOnceInTenSeconds() {
    MeterRegistry registry = meters.registry();
    clock.advance(Duration.ofSeconds(10));
    assertThat(registry.get("gennaker.executions.active").gauge().value()).isZero();
    scripted.script("on", s -> waits("for long"));
    awaitWaiting(start(List.of(Runs.scripted("1", "Wait", "on"))), "for long");

    assertThat(registry.get("gennaker.executions.active").gauge().value()).isZero();
    clock.advance(Duration.ofSeconds(10));
    assertThat(registry.get("gennaker.executions.active").gauge().value()).isEqualTo(1);
    assertThat(registry.get("gennaker.executions.waiting").gauge().value()).isEqualTo(1);
  }

  @Test
  void isForAdministrators() {
    Actor viewer = new Actor("viewer", Set.of("viewer"));

    assertThatThrownBy(() -> state.now(viewer))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("the role admin");
    assertThatThrownBy(() -> state.standing(StandingQuery.longest("", 5), viewer))
        .isInstanceOf(NotPermitted.class);
  }

  private List<Standing> everything(String words) {
    return state.standing(StandingQuery.longest(words, 500), DEV);
  }

  private static Outcome waits(String reason) {
    return new Outcome.LookAgain(Duration.ofSeconds(30), Waiting.on(reason), Map.of());
  }

  private static long count(MeterRegistry registry, String type, String status) {
    Timer timer = registry.find("gennaker.stages").tags("type", type, "status", status).timer();
    return timer == null ? 0 : timer.count();
  }
}

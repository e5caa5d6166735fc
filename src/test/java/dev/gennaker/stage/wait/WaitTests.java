package dev.gennaker.stage.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitTests {

  private final WaitStage stage = new WaitStage();
  private final StubContext context = new StubContext();

  @Test
  void holdsUntilTheTimeIsOver() {
    assertThat(stage.run(seconds(90), context))
        .isInstanceOfSatisfying(
            Outcome.Held.class,
            held -> {
              assertThat(held.until()).isEqualTo(context.started.plusSeconds(90));
              assertThat(held.waiting().reason())
                  .isEqualTo("Waits 1 min 30 s, until 2026-01-01 12:01:30 UTC");
            });

    context.pass(Duration.ofSeconds(89));
    assertThat(stage.run(seconds(90), context)).isInstanceOf(Outcome.Held.class);

    context.pass(Duration.ofSeconds(1));
    assertThat(stage.run(seconds(90), context)).isEqualTo(Outcome.done());
  }

  @Test
  void endsWhenTheRestIsSkipped() {
    context.signals.put("skipRemainingWait", true);

    assertThat(stage.run(seconds(90), context)).isEqualTo(Outcome.done());
  }

  @Test
  void doesNotWaitForNothing() {
    assertThat(stage.run(seconds(0), context)).isEqualTo(Outcome.done());
  }

  @Test
  void neverTimesOutBeforeItIsDone() {
    assertThat(stage.timeout()).isGreaterThan(Duration.ofSeconds(Wait.A_YEAR));
  }

  @Test
  void showsHowLong() {
    assertThat(stage.headline(Map.of("waitTime", 7200))).isEqualTo("2 h");
    assertThat(stage.headline(Map.of("waitTime", "${x}"))).isEqualTo("${x}");
  }

  private static Wait seconds(long seconds) {
    return new Wait(seconds, null);
  }
}

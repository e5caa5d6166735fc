package dev.gennaker.cloud.dcos.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.dcos.marathon.MarathonEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** When what events said is read. */
class HintsTests {

  private static final Duration DEBOUNCE = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Hints hints = new Hints();

  private void event(String app) {
    hints.event(
        new MarathonEvent(
            "status_update_event", JsonMapper.shared().createObjectNode().put("appId", app)));
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  @Test
  void afterASilenceAHintWaitsAQuarterAndInABurstAllOfIt() throws InterruptedException {
    event("/a");
    event("/b");
    long began = System.nanoTime();
    Hints.Batch first = hints.await(LONG, DEBOUNCE);
    assertThat(first.apps()).containsExactlyInAnyOrder("/a", "/b");
    assertThat(millis(began)).isBetween(450L, 1900L);

    event("/c");
    began = System.nanoTime();
    assertThat(hints.await(LONG, DEBOUNCE).apps()).containsExactly("/c");
    assertThat(millis(began)).isGreaterThan(1800L);
  }

  @Test
  void looksWithoutTaking() throws InterruptedException {
    event("/a");

    assertThat(hints.heard(Duration.ofMillis(1))).containsExactly("/a");
    assertThat(hints.await(LONG, Duration.ofMillis(1)).apps()).containsExactly("/a");
  }
}

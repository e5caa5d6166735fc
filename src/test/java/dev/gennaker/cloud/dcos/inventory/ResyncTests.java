package dev.gennaker.cloud.dcos.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often everything is read anew although events tell what changes. */
class ResyncTests {

  private final Resync resync = new Resync(Duration.ofMinutes(5));

  @Test
  void trustsTheEventsEverLongerUpToAnHour() {
    assertThat(minutes(6)).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void beginsAnewAfterASurprise() {
    minutes(4);

    resync.done(true);

    assertThat(minutes(2)).containsExactly(5L, 10L);
  }

  private List<Long> minutes(int times) {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      pauses.add(resync.pause().toMinutes());
      resync.done(false);
    }
    return pauses;
  }
}

package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a cluster remembers of the calls it got, and what it lets go. */
class RequestLogTests {

  private final RequestLog log = new RequestLog(null);

  private void add(String path, String body) {
    log.add(Instant.EPOCH, "POST", path, body.getBytes(StandardCharsets.UTF_8), 201, 1);
  }

  @Test
  void keepsHowALargeBodyBeginsAndHowLongItWas() {
    add("/v2/apps?" + "x".repeat(100_000), "b".repeat(1_000_000));

    RequestLog.Entry entry = log.entries().getFirst();
    assertThat(entry.body()).isEqualTo("b".repeat(16_384));
    assertThat(entry.bytes()).isEqualTo(1_000_000);
    assertThat(entry.path()).hasSize(2_000);
    assertThat(RequestLog.json(entry).path("bytes").intValue()).isEqualTo(1_000_000);
  }

  @Test
  void countsCallsWhoseBodiesItLetGo() {
    for (int i = 0; i < 3_000; i++) {
      add("/v2/apps", i + "b".repeat(20_000));
    }

    assertThat(log.find("POST", "/v2/apps$")).hasSize(3_000);
    assertThat(log.entries().getFirst().body()).isEmpty();
    assertThat(log.entries().getFirst().number()).isEqualTo(1);
    assertThat(log.entries().getFirst().sha256()).isNotEmpty();
    assertThat(log.entries().getLast().body()).startsWith("2999b");
    assertThat(log.entries().stream().mapToLong(e -> e.body().length()).sum())
        .isBetween(32L * 1_000_000, 32L << 20);
  }

  @Test
  void forgetsTheOldestOfVeryManyCalls() {
    add("/large", "b".repeat(16_000));
    for (int i = 0; i < 100_000; i++) {
      add("/small", "");
    }

    assertThat(log.entries()).hasSize(100_000);
    assertThat(log.find(null, "/large")).isEmpty();
    log.clear();
    assertThat(log.entries()).isEmpty();
  }
}

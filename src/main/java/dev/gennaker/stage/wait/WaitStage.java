package dev.gennaker.stage.wait;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets time pass, counted from the start of the stage, so that a restarted server waits no longer.
 */
@Component
class WaitStage implements StageType<Wait> {

  @Override
  public String type() {
    return "wait";
  }

  @Override
  public String label() {
    return "Wait";
  }

  @Override
  public String description() {
    return "Waits a while before going on; anybody who may run the pipeline can skip the rest.";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "hourglass";
  }

  @Override
  public Class<Wait> settings() {
    return Wait.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Object time = settings.getOrDefault("waitTime", "");
    return time instanceof Number seconds ? words(seconds.longValue()) : String.valueOf(time);
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of());
  }

  @Override
  public Outcome run(Wait settings, StageContext context) {
    Instant end =
        context.startedAt().plusSeconds(Math.min(Wait.A_YEAR, Math.max(0, settings.waitTime())));
    if (String.valueOf(context.signals().get("skipRemainingWait")).equals("true")
        || !context.now().isBefore(end)) {
      return Outcome.done();
    }
    return new Outcome.Held(
        new Waiting(
            "Waits %s, until %s UTC"
                .formatted(
                    words(settings.waitTime()),
                    end.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[TZ]", " ").strip()),
            null,
            Map.of("until", end.toString())),
        end,
        Map.of());
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  @Override
  public boolean skippable() {
    return true;
  }

  /** Never by itself: how long it takes is what it is told. */
  @Override
  public Duration timeout() {
    return Duration.ofSeconds(Wait.A_YEAR).plusDays(1);
  }

  /** "2 h 30 min", the parts that are not zero. */
  private static String words(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    StringBuilder words = new StringBuilder();
    long[] parts = {
      time.toDaysPart(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart()
    };
    String[] units = {"d", "h", "min", "s"};
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != 0) {
        words.append(words.isEmpty() ? "" : " ").append(parts[i]).append(' ').append(units[i]);
      }
    }
    return words.isEmpty() ? "0 s" : words.toString();
  }
}

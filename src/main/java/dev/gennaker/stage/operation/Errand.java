package dev.gennaker.stage.operation;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.StageContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations that nobody waits for any more, carried out one after another. */
record Errand(Clouds clouds, List<Operation> steps, List<String> keys, CloudProvider.OnBehalf by)
    implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOOKS = 7200;

  static Errand of(
      String part,
      StageContext context,
      List<Operation> steps,
      Clouds clouds,
      CloudProvider.OnBehalf by) {
    return new Errand(
        clouds,
        steps,
        IntStream.range(0, steps.size())
            .mapToObj(i -> context.operationKey(part + "-" + i))
            .toList(),
        by);
  }

  void begin(String name) {
    Thread.ofVirtual().name(name).start(this);
  }

  @Override
  public void run() {
    for (int i = 0; i < steps.size(); i++) {
      String ending = tried(steps.get(i), keys.get(i));
      if (!ending.isEmpty()) {
        LOG.warn("After a cancel: could not {}: {}", Words.of(steps.get(i)), ending);
        return;
      }
    }
  }

  private String tried(Operation operation, String key) {
    try {
      return carryOut(operation, key);
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Empty when it went well. */
  private String carryOut(Operation operation, String key) {
    Map<String, Object> memory = Map.of();
    for (int look = 0; look < LOOKS; look++) {
      Map<String, Object> last = memory;
      Progress progress =
          clouds
              .ofAccount(operation.account())
              .map(provider -> provider.carryOut(operation, key, last, by))
              .orElse(new Progress.Failed("the account is gone", false, Map.of()));
      switch (progress) {
        case Progress.Finished _ -> {
          return "";
        }
        case Progress.Failed failed -> {
          return failed.reason();
        }
        case Progress.Working working -> memory = working.memory();
      }
      if (!pause()) {
        return "interrupted";
      }
    }
    return "it takes too long";
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

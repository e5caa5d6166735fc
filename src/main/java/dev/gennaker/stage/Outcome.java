package dev.gennaker.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stage says when it was looked at. All maps hold plain JSON values (null, String, Number,
 * Boolean, List, Map). {@code memory} is merged into what {@link StageContext#memory()} returns on
 * the next look, a null value removes its key.
 */
public sealed interface Outcome {

  /** It is done; outputs become visible to every stage downstream. */
  record Done(Map<String, Object> outputs) implements Outcome {}

  /** There was nothing to do; downstream goes on. */
  record Skipped(String reason) implements Outcome {}

  /**
   * Not yet: look again after a while (the engine may look sooner when something woke the
   * execution).
   */
  record LookAgain(Duration after, Waiting waiting, Map<String, Object> memory)
      implements Outcome {}

  /**
   * It waits for something outside (a person, a child execution) that will signal it; no polling.
   *
   * @param until when to look in any case, for example to time out; null means only a signal ends
   *     it
   */
  record Held(Waiting waiting, @Nullable Instant until, Map<String, Object> memory)
      implements Outcome {}

  /**
   * It is carried out by child stages; it is looked at again, with {@link StageContext#children()},
   * when all have ended.
   */
  record Expanded(List<ChildStage> children, Map<String, Object> memory) implements Outcome {}

  /** It was called off by what it depends on, e.g. a cancelled child execution. */
  record Canceled(String reason) implements Outcome {}

  /**
   * The world said no.
   *
   * @param reason one sentence for people: what failed, where, why, what to do next
   * @param retryable whether trying again unchanged makes sense
   * @param evidence facts behind the sentence
   */
  record Failed(String reason, boolean retryable, Map<String, Object> evidence)
      implements Outcome {}

  static Outcome done() {
    return new Done(Map.of());
  }

  static Outcome done(Map<String, Object> outputs) {
    return new Done(outputs);
  }

  static Outcome lookAgain(Duration after, String reason) {
    return new LookAgain(after, Waiting.on(reason), Map.of());
  }

  /** Failed in a way that trying again unchanged will not mend. */
  static Outcome failed(String reason) {
    return new Failed(reason, false, Map.of());
  }
}

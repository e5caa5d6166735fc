package dev.gennaker.stage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stage waits for; nothing waits without one.
 *
 * @param reason one sentence for people: "4 of 6 instances healthy on dcos-east; waiting for 2 to
 *     pass HTTP /health"
 * @param fraction how far it is, 0 to 1; null where nobody can say
 * @param evidence facts behind the sentence, plain JSON values, shown folded under it
 */
public record Waiting(String reason, @Nullable Double fraction, Map<String, Object> evidence) {

  public static Waiting on(String reason) {
    return new Waiting(reason, null, Map.of());
  }
}

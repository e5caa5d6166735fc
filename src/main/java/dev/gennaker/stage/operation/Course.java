package dev.gennaker.stage.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gennaker.cloud.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a stage is with what it decided. Kept in the stage's memory as JSON, so that neither a
 * later look nor one after a crash decides anew.
 *
 * @param step index of the current one; the number of steps when all are done
 * @param started whether the provider was already asked for the current one
 * @param memory the provider's own about the current one
 * @param outputs of the steps done
 */
record Course(
    List<Operation> steps,
    int step,
    boolean started,
    Map<String, Object> memory,
    Map<String, Object> outputs) {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(Operation.class, Typed.class).build();

  static Course of(List<Operation> steps) {
    return new Course(steps, 0, false, Map.of(), Map.of());
  }

  /** The remembered one; null when nothing was decided yet. */
  static @Nullable Course remembered(String part, Map<String, Object> memory) {
    @Nullable Object saved = memory.get(part);
    return saved == null ? null : JSON.convertValue(saved, Course.class);
  }

  Map<String, Object> remember(String part) {
    return Map.of(part, JSON.convertValue(this, OBJECT));
  }

  boolean done() {
    return step >= steps.size();
  }

  Operation current() {
    return steps.get(step);
  }

  Course working(Map<String, Object> next) {
    return new Course(steps, step, true, next, outputs);
  }

  Course finished(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(outputs);
    all.putAll(more);
    return new Course(steps, step + 1, false, Map.of(), all);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "operation")
  private interface Typed {}
}

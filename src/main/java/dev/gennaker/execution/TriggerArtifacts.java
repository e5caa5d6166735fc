package dev.gennaker.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The artifacts a run was started with. */
final class TriggerArtifacts {

  private TriggerArtifacts() {}

  /** Those bound to what the pipeline expects, then those that came along; each once. */
  static List<Map<?, ?>> of(Map<String, Object> trigger) {
    List<Map<?, ?>> found = new ArrayList<>();
    if (trigger.get("resolvedExpectedArtifacts") instanceof List<?> expected) {
      for (Object each : expected) {
        if (each instanceof Map<?, ?> map && map.get("boundArtifact") instanceof Map<?, ?> bound) {
          found.add(bound);
        }
      }
    }
    if (trigger.get("artifacts") instanceof List<?> artifacts) {
      for (Object each : artifacts) {
        if (each instanceof Map<?, ?> artifact && !found.contains(artifact)) {
          found.add(artifact);
        }
      }
    }
    return found;
  }
}

package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Progress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces all instances, once. Marathon gives a restart a new configuration time: the one before
 * is remembered first, and a restart is asked for only on a later look that still finds it.
 */
final class Restarting {

  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String BEGAN = "began";

  private final Hopeless hopeless;

  Restarting(Hopeless hopeless) {
    this.hopeless = hopeless;
  }

  Progress go(Place place, boolean force, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    Look look = seen.get();
    if (memory.knows(AFTER)) {
      return follow(place, look, memory);
    }
    boolean done = memory.knows(BEFORE) && !configured(look).equals(memory.text(BEFORE));
    if (!done) {
      if (look.app().instances() == 0) {
        return place.failed(
            "%s on %s has no instances to restart; enable it instead."
                .formatted(place.id().name(), place.marathon().cluster()),
            false);
      }
      if (!force && !look.app().deployments().isEmpty()) {
        // Whatever the deployment makes of the app, it is not this restart.
        memory.forget(BEFORE);
        return place.locked(memory, true);
      }
      if (!memory.knows(BEFORE)) {
        memory.put(BEFORE, configured(look));
        return place.going(
            "about to restart %s on %s".formatted(place.id().name(), place.marathon().cluster()),
            memory);
      }
      place.marathon().restart(place.appId(), force);
      look = place.look().orElse(look);
    }
    memory.put(AFTER, configured(look));
    hopeless.begin(look, memory);
    return follow(place, look, memory);
  }

  private Progress follow(Place place, Look look, Memory memory) {
    String name = place.id().name();
    String cluster = place.marathon().cluster();
    if (!configured(look).equals(memory.text(AFTER))) {
      return place.failed(
          "%s on %s was changed by somebody else while it restarted, or its restart was rolled back."
              .formatted(name, cluster),
          true);
    }
    boolean still = look.deployment() == null && look.app().deployments().isEmpty();
    long old = look.outdated(Instant.parse(memory.text(AFTER)));
    if (!still) {
      memory.put(BEGAN, true);
    } else if (old > 0 && memory.knows(BEGAN)) {
      return place.failed(
          "The restart of %s on %s was cancelled: %d of its %d instances are the old ones."
              .formatted(name, cluster, old, look.live()),
          true);
    } else if (old == 0 && look.group().up() >= look.group().desired()) {
      return place.finished(look, Map.of());
    }
    Optional<Progress.Failed> failed = hopeless.of(look, memory, false);
    return failed.isPresent() ? failed.get() : place.working(look, memory);
  }

  private static String configured(Look look) {
    Instant at = look.app().configuredAt();
    return (at == null ? Instant.EPOCH : at).toString();
  }
}

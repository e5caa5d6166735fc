package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Operation.CancelChange;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends what holds an app up: its deployment, or Marathon's pause after failures. */
final class Canceling {

  private static final String CHANGE = "change";
  private static final String ASKED = "asked";
  private static final String REVERT = "revert";

  Progress go(Place place, CancelChange cancel, Memory memory) {
    if (!memory.knows(CHANGE)) {
      String going =
          cancel.change().isEmpty()
              ? Look.deployment(place.marathon(), place.appId()).map(Deployment::id).orElse("")
              : cancel.change();
      memory.put(CHANGE, going);
      if (cancel.change().isEmpty() && !going.isEmpty()) {
        // Remembered first: after a crash another deployment must not be taken for this one.
        return place.going(
            "about to cancel deployment %s of %s on %s"
                .formatted(going, place.id().name(), place.marathon().cluster()),
            memory);
      }
    }
    String id = memory.text(CHANGE);
    Optional<Deployment> still = named(place.marathon().deployments(), id);
    if (still.isPresent() && !still.get().apps().contains(place.appId())) {
      return place.failed(
          "Deployment %s on %s does not change %s; it is left alone."
              .formatted(id, place.marathon().cluster(), place.id().name()),
          false);
    }
    if (still.isPresent()) {
      cancel(place, id, cancel.revert(), memory);
    }
    return follow(place, id, cancel.revert(), memory);
  }

  /** One that is gone is cancelled, or over. */
  private static void cancel(Place place, String id, boolean revert, Memory memory) {
    // Before it is known whether it was heard: an answer may be lost.
    memory.put(ASKED, true);
    try {
      String back = place.marathon().cancel(id, revert);
      if (!back.isEmpty()) {
        memory.put(REVERT, back);
      }
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof Why.Missing)) {
        throw fault;
      }
    }
  }

  private static Progress follow(Place place, String id, boolean revert, Memory memory) {
    List<Deployment> all = place.marathon().deployments();
    String where = place.marathon().cluster();
    if (named(all, id).isPresent()) {
      return place.going("waiting for %s to end deployment %s".formatted(where, id), memory);
    }
    boolean reverting =
        revert
            && memory.knows(ASKED)
            && (memory.knows(REVERT)
                ? named(all, memory.text(REVERT)).isPresent()
                : all.stream().anyMatch(one -> one.apps().contains(place.appId())));
    if (reverting) {
      return place
          .look()
          .map(look -> place.working(look, memory))
          .orElseGet(
              () ->
                  place.going(
                      "waiting for Marathon to stop the instances of %s on %s"
                          .formatted(place.id().name(), where),
                      memory));
    }
    Map<String, Object> outputs = place.address();
    if (!id.isEmpty()) {
      outputs.put(CHANGE, id);
    }
    return new Progress.Finished(outputs);
  }

  private static Optional<Deployment> named(List<Deployment> all, String id) {
    return all.stream().filter(deployment -> deployment.id().equals(id)).findFirst();
  }

  /** May be repeated as it likes: where nothing waits there is nothing to reset. */
  Progress resetDelay(Place place) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    try {
      place.marathon().resetDelay(place.appId());
    } catch (DcosFault fault) {
      if (fault.why() instanceof Why.Broken(int status, _) && status == 500) {
        return place.failed(
            "%s could not start the waiting instances of %s at once (it answered 500, as Marathon 1.6 always does); wait until the delay has passed, or restart it."
                .formatted(place.marathon().cluster(), place.id().name()),
            true);
      }
      if (!(fault.why() instanceof Why.Missing)) {
        throw fault;
      }
    }
    return place.finished(seen.get(), Map.of());
  }
}

package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Operation.Terminate;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes things away: whole groups, or single instances. What is already gone is success. */
final class Ending {

  private static final String ASKED = "asked";

  Progress destroy(Place place, boolean force, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isPresent() && memory.knows(ASKED)) {
      return place.failed(
          "%s on %s is there again: somebody cancelled its removal or created it anew."
              .formatted(place.id().name(), place.marathon().cluster()),
          true);
    }
    if (seen.isPresent()) {
      if (!force && !seen.get().app().deployments().isEmpty()) {
        return place.locked(memory, true);
      }
      delete(place, force);
      memory.put(ASKED, true);
    }
    // Marathon forgets the app at once but stops its instances after that.
    Optional<Deployment> stopping = Look.deployment(place.marathon(), place.appId());
    return stopping
        .<Progress>map(
            deployment ->
                new Progress.Working(
                    "waiting for Marathon to stop the instances of %s on %s"
                        .formatted(place.id().name(), place.marathon().cluster()),
                    null,
                    Map.of("app", place.appId(), "deployment", deployment.id()),
                    memory.facts()))
        .orElseGet(() -> new Progress.Finished(place.address()));
  }

  private static void delete(Place place, boolean force) {
    try {
      place.marathon().delete(place.appId(), force);
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof Why.Missing)) {
        throw fault;
      }
    }
  }

  Progress terminate(Place place, Terminate terminate, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return new Progress.Finished(ended(place, terminate));
    }
    Look look = seen.get();
    Set<String> alive = GroupReader.live(look.group());
    // Only this group's own instances: an id of another app must not get through here.
    List<String> left = terminate.instances().stream().filter(alive::contains).toList();
    boolean busy = !look.app().deployments().isEmpty();
    if (left.isEmpty() && !(terminate.decrement() && busy)) {
      return new Progress.Finished(ended(place, terminate));
    }
    if (!memory.knows(ASKED)) {
      if (terminate.decrement() && busy) {
        // It may be this very change, sent before a crash: sending it again would count twice.
        return place.locked(memory, false);
      }
      place.marathon().kill(left, terminate.decrement());
      memory.put(ASKED, true);
    }
    return place.waitingFor(left, memory, look);
  }

  private static Map<String, Object> ended(Place place, Terminate terminate) {
    Map<String, Object> outputs = place.address();
    outputs.put("instanceIds", terminate.instances());
    return outputs;
  }
}

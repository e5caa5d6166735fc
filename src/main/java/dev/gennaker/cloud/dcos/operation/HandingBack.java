package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Operation.HandBack;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.operation.Fronts.Seen;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way back behind a marathon-lb: the old app gets its instances again and is scaled last, by
 * which marathon-lb takes it for the newer one and takes the other's instances out. Done when they
 * work on nothing any more; where that takes too long, it is done anyway.
 */
final class HandingBack {

  private static final String WAITING = "waitingSince";

  private final Hopeless hopeless;
  private final Fronts fronts;
  private final Clock clock;

  HandingBack(Hopeless hopeless, Fronts fronts, Clock clock) {
    this.hopeless = hopeless;
    this.fronts = fronts;
    this.clock = clock;
  }

  Progress go(Place place, HandBack order, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    Look old = seen.get();
    Optional<Look> fresh =
        Addresses.appId(order.from())
            .flatMap(appId -> Look.at(place.marathon(), order.from().account(), appId));
    int wanted = Math.max(order.desired(), target(old));
    if (old.app().instances() < wanted) {
      // Forced: what made it smaller may still hold the lock.
      place.marathon().update(place.appId(), size(wanted), true);
      hopeless.begin(old, memory);
      return place.going(
          "bringing %s back to %d on %s"
              .formatted(place.id().name(), wanted, place.marathon().cluster()),
          memory);
    }
    if (old.app().instances() == wanted + 1 && old.group().up() <= wanted) {
      // A crash between both sizes of a turn.
      place.marathon().update(place.appId(), size(wanted), true);
      return place.going("settling the size of " + place.id().name(), memory);
    }
    boolean serves = fresh.isPresent() && fresh.get().group().count(Health.UP) > 0;
    if (serves && !old.app().scaledAt().isAfter(fresh.get().app().scaledAt())) {
      return turn(place, old.app().instances(), memory);
    }
    boolean still = old.deployment() == null && old.app().deployments().isEmpty();
    if (!still || old.group().up() < wanted) {
      Optional<Progress.Failed> failed = hopeless.of(old, memory, false);
      return failed.isPresent() ? failed.get() : place.working(old, memory);
    }
    return serves ? empty(place, order, old, fresh.get(), memory) : place.finished(old, Map.of());
  }

  /** What marathon-lb counts against once it takes the old one for the newer. */
  private static int target(Look old) {
    String target = old.app().label(Colours.TARGET);
    return target.matches("\\d{1,6}") ? Integer.parseInt(target) : 0;
  }

  /**
   * It has its size already; made larger and at once as before it comes to be scaled last. What was
   * begun of it meanwhile is not healthy yet, so nobody was sent there.
   */
  private static Progress turn(Place place, int wanted, Memory memory) {
    place.marathon().update(place.appId(), size(wanted + 1), true);
    place.marathon().update(place.appId(), size(wanted), true);
    return place.going(
        "turning the load balancers back to %s".formatted(place.id().name()), memory);
  }

  private static ObjectNode size(int instances) {
    return JsonMapper.shared().createObjectNode().put("instances", instances);
  }

  private Progress empty(Place place, HandBack order, Look old, Look fresh, Memory memory) {
    Seen seen = look(place, old, fresh, memory);
    Set<String> tasks = GroupReader.live(fresh.group());
    boolean gone = seen.fault().isEmpty() && seen.reloading().isEmpty() && !seen.busy(tasks);
    return gone || tired(order, memory)
        ? place.finished(old, Map.of("loadBalancers", seen.lines()))
        : working(
            "waiting until the load balancers have left " + fresh.group().name(),
            place,
            seen,
            memory);
  }

  private boolean tired(HandBack order, Memory memory) {
    if (!memory.knows(WAITING)) {
      memory.put(WAITING, clock.instant().toString());
    }
    return memory
        .moment(WAITING)
        .map(since -> Duration.between(since, clock.instant()).toSeconds() >= order.waitSeconds())
        .orElse(false);
  }

  private Seen look(Place place, Look old, Look fresh, Memory memory) {
    return fronts.look(
        place.marathon(), place.id().account(), old, memory, List.of(old.app(), fresh.app()));
  }

  private static Progress working(String words, Place place, Seen seen, Memory memory) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("app", place.appId());
    evidence.put("facts", seen.lines());
    return new Progress.Working(words, null, evidence, memory.facts());
  }
}

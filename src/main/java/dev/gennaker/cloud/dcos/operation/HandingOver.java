package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Operation.HandOver;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
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

/**
 * Moves instances from one app to another behind a marathon-lb, so that no request is lost: an old
 * instance ends only when every HAProxy has taken it out and works on nothing of it. Where the old
 * app is made smaller the new one is always scaled after it, for marathon-lb takes the one scaled
 * last for the newer one. Everything is read from the cluster on every look; only patience is
 * remembered.
 */
final class HandingOver {

  private static final String WAITING = "waitingSince";

  private final Hopeless hopeless;
  private final Fronts fronts;
  private final Clock clock;

  HandingOver(Hopeless hopeless, Fronts fronts, Clock clock) {
    this.hopeless = hopeless;
    this.fronts = fronts;
    this.clock = clock;
  }

  /** Both apps, and who asks. */
  private record Pair(Place place, Look fresh, Look old, HandOver order, Memory memory) {

    String name() {
      return old.group().name();
    }

    int size() {
      return fresh.app().instances();
    }

    Set<String> oldTasks() {
      return GroupReader.live(old.group());
    }

    int listed() {
      return old.live() + fresh.live();
    }

    /** As many of the old as marathon-lb takes out. */
    int due() {
      String target = fresh.app().label(Colours.TARGET);
      int total = target.matches("\\d{1,6}") ? Integer.parseInt(target) : old.app().instances();
      int healthy = (int) fresh.group().up();
      int left = old.app().instances();
      return Math.min(Math.min(left, healthy), Math.max(0, healthy + left - total));
    }
  }

  Progress go(Place place, HandOver order, Memory memory) {
    Optional<Look> fresh = place.look();
    if (fresh.isEmpty()) {
      return place.missing();
    }
    ServerGroupId from = order.from();
    Optional<Look> old =
        Addresses.appId(from).flatMap(appId -> Look.at(place.marathon(), from.account(), appId));
    if (old.isEmpty()) {
      return place.failed(
          "%s is gone from %s: somebody destroyed it before it was relieved."
              .formatted(from.name(), place.marathon().cluster()),
          false);
    }
    Pair pair = new Pair(place, fresh.get(), old.get(), order, memory);
    if (pair.size() > order.desired()) {
      return place.failed(
          "%s was set to %d instances by somebody else before it had %d."
              .formatted(place.id().name(), pair.size(), order.desired()),
          true);
    }
    if (busy(pair.fresh()) || pair.fresh().group().up() < pair.size()) {
      Optional<Progress.Failed> failed = hopeless.of(pair.fresh(), memory, false);
      return failed.isPresent() ? failed.get() : place.working(pair.fresh(), memory);
    }
    if (busy(pair.old()) || pair.old().live() != pair.old().app().instances()) {
      return place.going(
          "waiting for Marathon to be done with %s on %s"
              .formatted(pair.name(), place.marathon().cluster()),
          memory);
    }
    return pair.size() < order.desired() ? grow(pair) : letGo(pair);
  }

  private static boolean busy(Look look) {
    return look.deployment() != null || !look.app().deployments().isEmpty();
  }

  /**
   * Where room is short, half of those that were taken out in the step before end now, and the new
   * one grows at once. Not more than half: marathon-lb counts, and must go on to count those that
   * still end among those it takes out.
   */
  private Progress grow(Pair pair) {
    int due = pair.order().release() ? pair.due() : 0;
    if (due > 1) {
      Seen seen = look(pair);
      Set<String> going =
          pair.order().insist() ? seen.draining(pair.oldTasks()) : seen.idle(pair.oldTasks());
      if (going.size() < due) {
        return waiting(pair, seen, due, words(pair, seen, due));
      }
      pair.place().marathon().kill(going.stream().sorted().limit(due / 2).toList(), true);
    }
    pair.place()
        .marathon()
        .update(
            pair.place().appId(),
            JsonMapper.shared().createObjectNode().put("instances", pair.order().desired()),
            false);
    pair.memory().forget(WAITING);
    hopeless.begin(pair.fresh(), pair.memory());
    return pair.place()
        .going(
            "growing %s to %d on %s"
                .formatted(
                    pair.place().id().name(),
                    pair.order().desired(),
                    pair.place().marathon().cluster()),
            pair.memory());
  }

  private Progress letGo(Pair pair) {
    int due = pair.due();
    Seen seen = look(pair);
    boolean settled =
        seen.trouble(pair.listed()).isEmpty()
            && seen.reloading().isEmpty()
            && seen.leastUp() >= pair.listed() - due
            && seen.idle(pair.oldTasks()).size() >= due;
    return settled ? finished(pair, seen) : waiting(pair, seen, due, words(pair, seen, due));
  }

  private static String words(Pair pair, Seen seen, int due) {
    Optional<String> trouble = seen.trouble(pair.listed());
    if (trouble.isPresent()) {
      return trouble.get();
    }
    Set<String> draining = seen.draining(pair.oldTasks());
    if (draining.size() < due) {
      return "HAProxy has taken %d of %d instances of %s out of service"
          .formatted(draining.size(), due, pair.name());
    }
    int sessions = seen.sessions(draining);
    if (sessions > 0) {
      return "%s to instances of %s that are to end"
          .formatted(
              sessions == 1 ? "1 connection is open" : sessions + " connections are open",
              pair.name());
    }
    return seen.reloading()
        .orElse("HAProxy has %d of %d instances up".formatted(seen.leastUp(), pair.listed() - due));
  }

  private Progress waiting(Pair pair, Seen seen, int due, String words) {
    Memory memory = pair.memory();
    if (!memory.knows(WAITING)) {
      memory.put(WAITING, clock.instant().toString());
    }
    Duration waited =
        Duration.between(memory.moment(WAITING).orElse(clock.instant()), clock.instant());
    if (waited.compareTo(Duration.ofSeconds(pair.order().waitSeconds())) < 0) {
      return new Progress.Working("waiting: " + words, null, evidence(pair, seen), memory.facts());
    }
    boolean out =
        seen.trouble(pair.listed()).isEmpty() && seen.draining(pair.oldTasks()).size() >= due;
    if (pair.order().insist() && out) {
      return finished(pair, seen);
    }
    return new Progress.Failed(
        "%s could not be relieved on %s within %d s: %s."
            .formatted(
                pair.name(), pair.place().marathon().cluster(), pair.order().waitSeconds(), words),
        true,
        evidence(pair, seen));
  }

  private Seen look(Pair pair) {
    return fronts.look(
        pair.place().marathon(),
        pair.place().id().account(),
        pair.old(),
        pair.memory(),
        List.of(pair.old().app(), pair.fresh().app()));
  }

  private static Progress finished(Pair pair, Seen seen) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("relieved", pair.due());
    more.put("loadBalancers", seen.lines());
    return pair.place().finished(pair.fresh(), more);
  }

  private static Map<String, Object> evidence(Pair pair, Seen seen) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("app", pair.place().appId());
    evidence.put("facts", seen.lines());
    return evidence;
  }
}

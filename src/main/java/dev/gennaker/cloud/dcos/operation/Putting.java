package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.Fault;
import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation.PutLoadBalancer;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.definition.BalancerBuilder;
import dev.gennaker.cloud.dcos.definition.BalancerCheck;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Creates a marathon-lb or changes one. Sent again after a crash it changes nothing more. */
final class Putting {

  private static final String ASKED = "asked";

  private final Hopeless hopeless;

  Putting(Hopeless hopeless) {
    this.hopeless = hopeless;
  }

  Progress go(PutLoadBalancer put, Marathon marathon, Memory memory, OnBehalf by) {
    ServerGroupId id = new ServerGroupId(put.account(), Addresses.safe(put.region()), put.name());
    Optional<String> appId = Addresses.appId(id);
    List<Fault> faults = BalancerCheck.check(put.definition());
    if (appId.isEmpty() || !faults.isEmpty()) {
      return new Progress.Failed(
          appId.isEmpty()
              ? "No app on %s can be called %s.".formatted(marathon.cluster(), put.name())
              : "%s cannot be set up: at %s: %s %s"
                  .formatted(
                      put.name(),
                      faults.getFirst().path(),
                      faults.getFirst().message(),
                      faults.getFirst().fix()),
          false,
          Map.of());
    }
    Place place = new Place(marathon, id, appId.get());
    if (!memory.knows(ASKED)) {
      Optional<App> there = marathon.app(place.appId());
      if (there.isPresent() && !there.get().deployments().isEmpty()) {
        return place.locked(memory, false);
      }
      send(put, place, there, by);
      memory.put(ASKED, true);
    }
    return follow(place, memory);
  }

  private static void send(PutLoadBalancer put, Place place, Optional<App> there, OnBehalf by) {
    ObjectNode app = BalancerBuilder.build(put.definition(), put.account(), put.name());
    if (there.isPresent()) {
      place.marathon().update(place.appId(), BalancerBuilder.over(app, there.get()), false);
      return;
    }
    app.put("id", place.appId());
    ObjectNode labels = app.withObjectProperty("labels");
    labels.put(Label.LOAD_BALANCER, put.name());
    labels.put(Label.APPLICATION, Moniker.parse(put.name()).app());
    if (!by.user().isEmpty()) {
      labels.put(Label.USER, by.user());
    }
    place.marathon().create(app);
  }

  private Progress follow(Place place, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.failed(
          "%s is gone from %s: somebody deleted it or cancelled its deployment."
              .formatted(place.id().name(), place.marathon().cluster()),
          true);
    }
    Look look = seen.get();
    boolean still = look.deployment() == null && look.app().deployments().isEmpty();
    if (still && look.group().up() >= look.group().desired()) {
      return place.finished(look, Map.of());
    }
    Optional<Progress.Failed> failed = hopeless.of(look, memory, false);
    return failed.isPresent() ? failed.get() : place.working(look, memory);
  }
}

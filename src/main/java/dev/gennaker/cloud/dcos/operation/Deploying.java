package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.Fault;
import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.definition.AppBuilder;
import dev.gennaker.cloud.dcos.definition.DefinitionCheck;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Creates the next version of a cluster, once, and follows it until its instances serve. */
final class Deploying {

  private static final String APP = "app";
  private static final int RACES = 5;

  private final Hopeless hopeless;
  private final Colours colours;
  private final Clock clock;

  Deploying(Hopeless hopeless, Colours colours, Clock clock) {
    this.hopeless = hopeless;
    this.colours = colours;
    this.clock = clock;
  }

  Progress go(Deploy deploy, Marathon marathon, String key, Memory memory, OnBehalf by) {
    if (!memory.knows(APP)) {
      Optional<Progress> refused = start(deploy, marathon, key, memory, by);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return follow(place(deploy, marathon, memory.text(APP)), memory);
  }

  private static Place place(Deploy deploy, Marathon marathon, String appId) {
    String name = appId.substring(appId.lastIndexOf('/') + 1);
    String region = Addresses.safe(deploy.region());
    return new Place(marathon, new ServerGroupId(deploy.account(), region, name), appId);
  }

  /** Finds or makes the app and remembers it; empty when that went well. */
  private Optional<Progress> start(
      Deploy deploy, Marathon marathon, String key, Memory memory, OnBehalf by) {
    String folder = folder(deploy);
    String cluster = deploy.moniker().cluster();
    ServerGroupId first =
        new ServerGroupId(deploy.account(), deploy.region(), deploy.moniker().serverGroup(0));
    if (Addresses.appId(first).isEmpty()) {
      return Optional.of(misnamed(deploy, first.name()));
    }
    List<Fault> faults = DefinitionCheck.check(deploy.definition());
    if (!faults.isEmpty()) {
      return Optional.of(wrong(cluster, marathon, faults));
    }
    String service = folder + "/" + cluster;
    Set<Integer> taken = new HashSet<>();
    for (int race = 0; race < RACES; race++) {
      List<App> versions = versions(marathon, service);
      Optional<App> own =
          versions.stream().filter(app -> app.label(Label.OPERATION).equals(key)).findFirst();
      if (own.isPresent()) {
        memory.put(APP, own.get().id());
        return Optional.empty();
      }
      Optional<Integer> next = Sequence.next(versions, taken);
      if (next.isEmpty()) {
        return Optional.of(full(service, marathon));
      }
      try {
        ObjectNode app = app(deploy, service, next.get(), key, by);
        Optional<Progress> unfit = beside(deploy, marathon, service, app);
        if (unfit.isPresent()) {
          return unfit;
        }
        memory.put(APP, marathon.create(app).id());
        return Optional.empty();
      } catch (DcosFault fault) {
        if (!(fault.why() instanceof Why.Taken) && !(fault.why() instanceof Why.Locked)) {
          throw fault;
        }
        // Somebody took the number meanwhile, or its last owner is still being stopped.
        taken.add(next.get());
      }
    }
    return Optional.of(
        new Progress.Working(
            "others create versions of %s on %s at the same time; trying the next number"
                .formatted(service, marathon.cluster()),
            null,
            Map.of(),
            memory.facts()));
  }

  /** Shares a load balancer with an older one, where the deploy says so. */
  private Optional<Progress> beside(
      Deploy deploy, Marathon marathon, String service, ObjectNode app) {
    if (!(deploy.definition().get(Operation.BESIDE) instanceof String name)) {
      return Optional.empty();
    }
    App older = name.isEmpty() ? null : marathon.app(folder(deploy) + "/" + name).orElse(null);
    Place place = place(deploy, marathon, app.path("id").asString());
    List<String> against =
        older == null && !name.isEmpty()
            ? List.of(name + " is gone")
            : colours.paint(app, service, older, place);
    return against.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Progress.Failed(
                "%s on %s cannot be relieved without losing requests: %s."
                    .formatted(
                        name.isEmpty() ? service : name,
                        marathon.cluster(),
                        String.join("; ", against)),
                false,
                Map.of("against", against)));
  }

  private static String folder(Deploy deploy) {
    return Addresses.folder(deploy.account(), deploy.region());
  }

  private static List<App> versions(Marathon marathon, String service) {
    return marathon.appsLike(service + "-v").stream()
        .filter(app -> app.id().matches(java.util.regex.Pattern.quote(service) + "-v\\d{3,}"))
        .toList();
  }

  private ObjectNode app(Deploy deploy, String service, int number, String key, OnBehalf by) {
    ObjectNode app = AppBuilder.build(deploy.definition(), service);
    Moniker moniker = deploy.moniker();
    app.put("id", "%s-v%03d".formatted(service, number));
    if (deploy.desired() != null) {
      app.put("instances", deploy.desired());
    }
    Marks.put(app, moniker, key, by, clock);
    app.withObjectProperty("labels").put(Label.SEQUENCE, String.valueOf(number));
    return app;
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
    int wanted = look.group().desired();
    if (look.deployment() == null && look.app().deployments().isEmpty()) {
      if (wanted == 0 && memory.number("wanted") > 0) {
        return place.failed(
            "%s was scaled to 0 by somebody else while it was being deployed."
                .formatted(place.id().name()),
            false);
      }
      if (look.group().up() >= wanted) {
        return place.finished(look, Map.of());
      }
    }
    memory.put("wanted", Math.max(wanted, memory.number("wanted")));
    Optional<Progress.Failed> failed = hopeless.of(look, memory, true);
    return failed.isPresent() ? failed.get() : place.working(look, memory);
  }

  static Progress.Failed misnamed(Deploy deploy, String name) {
    return new Progress.Failed(
        "Marathon allows no app with the id %s/%s; use lower case letters, digits and dashes in region, application, stack and detail."
            .formatted(Addresses.folder(deploy.account(), deploy.region()), name),
        false,
        Map.of());
  }

  static Progress.Failed wrong(String cluster, Marathon marathon, List<Fault> faults) {
    Fault first = faults.getFirst();
    String more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : "";
    return new Progress.Failed(
        "%s cannot be deployed to %s: at %s: %s %s%s"
            .formatted(
                cluster, marathon.cluster(), first.path(), first.message(), first.fix(), more),
        false,
        Map.of(
            "faults",
            faults.stream().map(f -> f.path() + ": " + f.message() + " " + f.fix()).toList()));
  }

  private static Progress.Failed full(String service, Marathon marathon) {
    return new Progress.Failed(
        "All thousand version numbers of %s are in use on %s; destroy old ones."
            .formatted(service, marathon.cluster()),
        false,
        Map.of());
  }
}

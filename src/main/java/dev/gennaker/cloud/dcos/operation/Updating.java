package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.Fault;
import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Operation.Revert;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.definition.AppBuilder;
import dev.gennaker.cloud.dcos.definition.Copy;
import dev.gennaker.cloud.dcos.definition.DefinitionCheck;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the one app of a cluster in place, once, and follows Marathon's rolling upgrade to its
 * end. The operation's key is a label of the definition, so that a repeated call finds its own.
 */
final class Updating {

  private static final String SENT = "sent";
  private static final String BEGAN = "began";

  private final Hopeless hopeless;
  private final Clock clock;

  Updating(Hopeless hopeless, Clock clock) {
    this.hopeless = hopeless;
    this.clock = clock;
  }

  /** Creates the app or gives it this definition; an app of another application is left alone. */
  Progress deploy(Deploy deploy, Marathon marathon, String key, Memory memory, OnBehalf by) {
    Moniker moniker = deploy.moniker();
    ServerGroupId id =
        new ServerGroupId(deploy.account(), Addresses.safe(deploy.region()), moniker.cluster());
    Optional<String> appId = Addresses.appId(id);
    if (appId.isEmpty()) {
      return Deploying.misnamed(deploy, id.name());
    }
    Place place = new Place(marathon, id, appId.get());
    if (!memory.knows(SENT)) {
      List<Fault> faults = DefinitionCheck.check(deploy.definition());
      if (!faults.isEmpty()) {
        return Deploying.wrong(moniker.cluster(), marathon, faults);
      }
      Look before = place.look().orElse(null);
      if (before != null && foreign(before.app(), moniker, by)) {
        return place.failed(
            "%s on %s belongs to application %s; take another name, or have its owner deploy it."
                .formatted(id.name(), marathon.cluster(), before.app().label(Label.APPLICATION)),
            false);
      }
      ObjectNode app = AppBuilder.build(deploy.definition(), place.appId());
      if (deploy.desired() != null) {
        app.put("instances", deploy.desired());
      } else if (before != null && !app.has("instances")) {
        sizeOf(before.app(), app);
      }
      Marks.put(app, moniker, key, by, clock);
      if (!send(place, before, app, key, false, memory)) {
        // A deploy knows no force: the lock can be waited for, or its holder cancelled.
        return place.locked(memory, false);
      }
    }
    return follow(place, key, memory);
  }

  /** Gives the app the definition it had in a former version. */
  Progress revert(Place place, Revert revert, String key, Memory memory, OnBehalf by) {
    if (!memory.knows(SENT)) {
      Look before = place.look().orElse(null);
      if (before == null) {
        return place.missing();
      }
      if (!before.app().label(Label.OPERATION).equals(key)) {
        Optional<App> former = former(place, before.app(), revert.version());
        if (former.isEmpty()) {
          return place.failed(
              "%s on %s has no %s to go back to."
                  .formatted(
                      place.id().name(),
                      place.marathon().cluster(),
                      revert.version().isEmpty()
                          ? "former version"
                          : "version " + revert.version()),
              false);
        }
        ObjectNode app = JsonMapper.shared().valueToTree(Copy.of(former.get()));
        sizeOf(before.app(), app);
        Marks.put(app, owner(before.app(), place), key, by, clock);
        if (!send(place, before, app, key, revert.force(), memory)) {
          return place.locked(memory, true);
        }
      }
      memory.put(SENT, true);
    }
    return follow(place, key, memory);
  }

  /**
   * Sends a definition, unless it was before; false where a deployment of somebody is in its way.
   */
  private boolean send(
      Place place,
      @Nullable Look before,
      ObjectNode app,
      String key,
      boolean force,
      Memory memory) {
    if (before == null) {
      app.put("id", place.appId());
      App _ = place.marathon().create(app);
    } else if (!before.app().label(Label.OPERATION).equals(key)) {
      if (!force && !before.app().deployments().isEmpty()) {
        return false;
      }
      hopeless.begin(before, memory);
      String _ = place.marathon().replace(place.appId(), app, force);
    }
    memory.put(SENT, true);
    return true;
  }

  private Progress follow(Place place, String key, Memory memory) {
    Optional<Look> seen = place.look();
    String name = place.id().name();
    String cluster = place.marathon().cluster();
    if (seen.isEmpty()) {
      return place.failed(
          "%s is gone from %s: somebody deleted it while it was changed.".formatted(name, cluster),
          true);
    }
    Look look = seen.get();
    if (!look.app().label(Label.OPERATION).equals(key)) {
      return place.failed(
          "%s on %s was changed by somebody else meanwhile, or its deployment was rolled back."
              .formatted(name, cluster),
          true);
    }
    Instant since = Objects.requireNonNullElse(look.app().configuredAt(), Instant.EPOCH);
    long old = look.outdated(since);
    boolean still = look.deployment() == null && look.app().deployments().isEmpty();
    if (!still) {
      memory.put(BEGAN, true);
    } else if (old > 0 && memory.knows(BEGAN)) {
      return place.failed(
          "The deployment of %s on %s was cancelled: %d of its %d instances are the old ones."
              .formatted(name, cluster, old, look.live()),
          true);
    } else if (old == 0 && look.group().up() >= look.group().desired()) {
      return place.finished(look, Map.of("version", look.app().version()));
    }
    Optional<Progress.Failed> failed = hopeless.of(look, memory, false);
    return failed.isPresent() ? failed.get() : place.working(look, memory);
  }

  /** The version asked for, or the newest that another operation made than the present one. */
  private static Optional<App> former(Place place, App present, String wanted) {
    if (!wanted.isEmpty()) {
      return place.marathon().version(place.appId(), wanted);
    }
    for (String version : place.marathon().versions(place.appId())) {
      Optional<App> app = place.marathon().version(place.appId(), version);
      if (app.isPresent()
          && !app.get().label(Label.OPERATION).equals(present.label(Label.OPERATION))) {
        return app;
      }
    }
    return Optional.empty();
  }

  private static boolean foreign(App app, Moniker moniker, OnBehalf by) {
    String owner = app.label(Label.APPLICATION);
    return !owner.isEmpty() && !owner.equals(by.application()) && !owner.equals(moniker.app());
  }

  private static Moniker owner(App app, Place place) {
    Moniker named = Moniker.parse(place.id().name());
    String owner = app.label(Label.APPLICATION);
    return owner.isEmpty()
        ? named
        : new Moniker(owner, named.stack(), named.detail(), named.sequence());
  }

  /** As many as there are now; a disabled one stays so and remembers its size. */
  private static void sizeOf(App present, ObjectNode app) {
    app.put("instances", present.instances());
    String remembered = present.label(Label.SIZE);
    if (!remembered.isEmpty()) {
      app.withObjectProperty("labels").put(Label.SIZE, remembered);
    }
  }
}

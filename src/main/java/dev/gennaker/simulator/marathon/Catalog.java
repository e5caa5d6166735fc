package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The present root, its history, and the one way to change it. */
final class Catalog {

  private static final int ROOTS_KEPT = 50;

  private final Model model;
  private final Map<String, Map<Instant, AppSpec>> versions = new HashMap<>();
  private final Map<String, Set<Instant>> phantoms = new HashMap<>();
  private final Map<Instant, Root> roots = new LinkedHashMap<>();
  private Root root = Root.EMPTY;

  Catalog(Model model) {
    this.model = model;
    roots.put(Instant.EPOCH, Root.EMPTY);
  }

  Root root() {
    return root;
  }

  /**
   * A wish to change what runs.
   *
   * @param groupId the group the change is reported for
   * @param victims instances to be killed first, by application
   * @param edit edits a copy of the root
   */
  record Change(
      String groupId,
      boolean force,
      Instant version,
      Map<String, List<String>> victims,
      Consumer<Root> edit) {

    static Change of(String groupId, boolean force, Instant version, Consumer<Root> edit) {
      return new Change(groupId, force, version, Map.of(), edit);
    }
  }

  /** What would be done for a change, without doing it. */
  DeploymentPlan plan(Change change) {
    Root next = root.next(change.version());
    change.edit().accept(next);
    assignPorts(next);
    RootRules.check(next);
    return DeploymentPlan.between(model.uuid(), root, next, change.victims());
  }

  /** Makes the change and starts its deployment, or refuses and leaves everything as it was. */
  DeploymentPlan apply(Change change) {
    DeploymentPlan plan = plan(change);
    Root next = plan.target();
    if (plan.isEmpty()) {
      if (!next.groups().equals(root.groups())) {
        remember(next);
      }
      model.deployments.start(plan);
      return plan;
    }
    remember(plan);
    try {
      model.deployments.admit(plan, change.force());
    } catch (Refusal refusal) {
      if (refusal.status() == 409) {
        groupChanged("group_change_failed", change, Deployments.LOCKED);
      }
      throw refusal;
    }
    remember(next);
    plan.original().apps().keySet().stream()
        .filter(id -> !next.apps().containsKey(id))
        .forEach(this::dropHistory);
    model.deployments.start(plan);
    groupChanged("group_change_success", change, null);
    return plan;
  }

  private void groupChanged(String type, Change change, @Nullable String reason) {
    model.events.publish(
        type,
        () -> {
          var out = Json.object("groupId", change.groupId());
          out.put("version", Json.stamp(change.version()));
          return reason == null ? out : out.put("reason", reason);
        });
  }

  private void assignPorts(Root next) {
    Set<Integer> used = null;
    for (AppSpec app : List.copyOf(next.apps().values())) {
      AppSpec before = root.app(app.id);
      if (before == app || !ServicePorts.hasZero(app.body)) {
        continue;
      }
      if (used == null) {
        used = ServicePorts.used(next.apps().values());
      }
      var body = ServicePorts.assign(app.body, before, used);
      boolean same = before != null && before.body.equals(body);
      next.apps()
          .put(
              app.id,
              same
                  ? before
                  : new AppSpec(body, app.version, app.lastScalingAt, app.lastConfigChangeAt));
    }
  }

  /** Refused changes leave their versions behind, too. */
  private void remember(DeploymentPlan plan) {
    for (AppSpec app : plan.target().apps().values()) {
      if (plan.original().app(app.id) != app) {
        versions.computeIfAbsent(app.id, id -> new TreeMap<>()).put(app.version, app);
      }
    }
    keep(plan.target());
  }

  private void remember(Root next) {
    root = next;
    keep(next);
  }

  private void keep(Root one) {
    roots.put(one.version(), one);
    while (roots.size() > ROOTS_KEPT) {
      roots.remove(roots.keySet().iterator().next());
    }
  }

  /** Puts applications there without a deployment, for seeding. */
  void seed(Collection<AppSpec> apps) {
    Root next = root.next(model.nextVersion());
    for (AppSpec app : apps) {
      next.put(app);
      versions.computeIfAbsent(app.id, id -> new TreeMap<>()).put(app.version, app);
    }
    remember(next);
  }

  private void dropHistory(String appId) {
    versions.remove(appId);
    phantoms.remove(appId);
  }

  /** Versions in no particular order, with those that were merely asked for. */
  Set<Instant> versionsOf(String appId) {
    Set<Instant> all = new HashSet<>(versions.getOrDefault(appId, Map.of()).keySet());
    all.addAll(phantoms.getOrDefault(appId, Set.of()));
    return all;
  }

  @Nullable AppSpec version(String appId, Instant version) {
    return versions.getOrDefault(appId, Map.of()).get(version);
  }

  /** Asking to go back to a version that never was makes it appear in the list. */
  void askedFor(String appId, Instant version) {
    phantoms.computeIfAbsent(appId, id -> new HashSet<>()).add(version);
  }

  Set<Instant> rootVersions() {
    return roots.keySet();
  }

  @Nullable Root rootAt(Instant version) {
    return roots.get(version);
  }
}

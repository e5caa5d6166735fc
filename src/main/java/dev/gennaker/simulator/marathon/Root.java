package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything Marathon is asked to run, at one version. Values are never changed; a change makes the
 * next root, and a deployment is the way from one root to another.
 */
record Root(SortedMap<String, AppSpec> apps, SortedMap<String, GroupSpec> groups, Instant version) {

  static final Root EMPTY = new Root(new TreeMap<>(), new TreeMap<>(), Instant.EPOCH);

  /** A copy to build the next root in. */
  Root next(Instant at) {
    return new Root(new TreeMap<>(apps), new TreeMap<>(groups), at);
  }

  @Nullable AppSpec app(String id) {
    return apps.get(id);
  }

  /** Adds or replaces; the groups above come into being by themselves. */
  void put(AppSpec app) {
    if (groups.containsKey(app.id) && appsWithin(app.id).isEmpty()) {
      groups.keySet().removeIf(group -> Ids.within(group, app.id));
    }
    apps.put(app.id, app);
    touch(app.id, version);
  }

  void remove(String appId) {
    apps.remove(appId);
    touch(appId, version);
  }

  void touch(String id, Instant at) {
    for (String group : Ids.ancestors(id)) {
      GroupSpec known = groups.get(group);
      groups.put(group, known == null ? GroupSpec.of(group, at) : known.at(at));
    }
  }

  List<AppSpec> appsWithin(String group) {
    if (group.equals("/")) {
      return List.copyOf(apps.values());
    }
    return apps.values().stream().filter(a -> a.id.startsWith(group + "/")).toList();
  }

  boolean hasGroup(String id) {
    return id.equals("/") || groups.containsKey(id);
  }

  /** The applications an application waits for, with what its groups depend on. */
  Set<String> needs(AppSpec app) {
    List<String> wanted = new ArrayList<>(app.dependencies);
    for (String group : Ids.ancestors(app.id)) {
      GroupSpec known = groups.get(group);
      if (known != null) {
        wanted.addAll(known.dependencies());
      }
    }
    Set<String> needs = new HashSet<>();
    for (String id : wanted) {
      if (apps.containsKey(id)) {
        needs.add(id);
      }
      if (groups.containsKey(id)) {
        appsWithin(id).forEach(a -> needs.add(a.id));
      }
    }
    return needs;
  }

  /** A group that exists, whether apps made it or somebody wrote it down. */
  record GroupSpec(String id, List<String> dependencies, boolean enforceRole, Instant version) {

    static GroupSpec of(String id, Instant at) {
      return new GroupSpec(id, List.of(), false, at);
    }

    GroupSpec at(Instant when) {
      return new GroupSpec(id, dependencies, enforceRole, when);
    }
  }
}

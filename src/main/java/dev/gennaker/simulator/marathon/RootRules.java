package dev.gennaker.simulator.marathon;

import java.util.HashSet;
import java.util.Set;

/** What must hold for everything together. */
final class RootRules {

  private RootRules() {}

  static void check(Root root) {
    Problems problems = new Problems();
    for (AppSpec app : root.apps().values()) {
      boolean below = Ids.ancestors(app.id).stream().anyMatch(root.apps()::containsKey);
      if (below || root.groups().containsKey(app.id)) {
        problems.add("/", "Groups and Applications may not have the same identifier.");
        break;
      }
    }
    Set<String> done = new HashSet<>();
    for (AppSpec app : root.apps().values()) {
      if (cyclic(root, app, done, new HashSet<>())) {
        problems.add("/", "Dependency graph has cyclic dependencies.");
        break;
      }
    }
    problems.refuseInvalid();
  }

  private static boolean cyclic(Root root, AppSpec app, Set<String> done, Set<String> path) {
    if (done.contains(app.id)) {
      return false;
    }
    if (!path.add(app.id)) {
      return true;
    }
    for (String needed : root.needs(app)) {
      AppSpec next = root.app(needed);
      if (next != null && cyclic(root, next, done, path)) {
        return true;
      }
    }
    path.remove(app.id);
    done.add(app.id);
    return false;
  }
}

package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ordered steps from one root to another: stops, starts, then one step per dependency depth.
 */
record DeploymentPlan(
    String id, Root original, Root target, List<List<Action>> steps, Instant version) {

  enum Kind {
    START("StartApplication", "StartPod"),
    SCALE("ScaleApplication", "ScalePod"),
    RESTART("RestartApplication", "RestartPod"),
    STOP("StopApplication", "StopPod");

    final String app;
    final String pod;

    Kind(String app, String pod) {
      this.app = app;
      this.pod = pod;
    }
  }

  /**
   * One thing to do to one application.
   *
   * @param spec what it shall be, or what it was when it is stopped
   * @param victims instances to be killed before any other
   */
  record Action(Kind kind, AppSpec spec, List<String> victims) {

    ObjectNode json() {
      return spec.pod()
          ? Json.object("action", kind.pod).put("pod", spec.id)
          : Json.object("action", kind.app).put("app", spec.id);
    }
  }

  static DeploymentPlan between(
      String id, Root original, Root target, Map<String, List<String>> victims) {
    List<Action> stops = new ArrayList<>();
    List<Action> starts = new ArrayList<>();
    Map<String, Action> changes = new TreeMap<>();
    original.apps().values().stream()
        .filter(app -> !target.apps().containsKey(app.id))
        .forEach(app -> stops.add(new Action(Kind.STOP, app, List.of())));
    for (AppSpec app : target.apps().values()) {
      AppSpec before = original.app(app.id);
      List<String> doomed = victims.getOrDefault(app.id, List.of());
      if (before == null) {
        starts.add(new Action(Kind.START, app, List.of()));
        changes.put(app.id, new Action(Kind.SCALE, app, doomed));
      } else if (before != app) {
        Kind kind = app.instances == 0 || before.onlyScaledTo(app) ? Kind.SCALE : Kind.RESTART;
        changes.put(app.id, new Action(kind, app, doomed));
      }
    }
    List<List<Action>> steps = new ArrayList<>();
    steps.add(stops);
    steps.add(starts);
    steps.addAll(byDepth(target, changes));
    steps.removeIf(List::isEmpty);
    return new DeploymentPlan(id, original, target, steps, target.version());
  }

  private static List<List<Action>> byDepth(Root target, Map<String, Action> changes) {
    Map<Integer, List<Action>> depths = new TreeMap<>();
    Map<String, Integer> known = new HashMap<>();
    changes
        .values()
        .forEach(
            action ->
                depths
                    .computeIfAbsent(depth(target, action.spec().id, known), d -> new ArrayList<>())
                    .add(action));
    return List.copyOf(depths.values());
  }

  private static int depth(Root root, String id, Map<String, Integer> known) {
    Integer done = known.get(id);
    if (done != null) {
      return done;
    }
    AppSpec app = root.app(id);
    int depth = 0;
    if (app != null) {
      for (String needed : root.needs(app)) {
        depth = Math.max(depth, 1 + depth(root, needed, known));
      }
    }
    known.put(id, depth);
    return depth;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  Set<String> affected() {
    Set<String> ids = new LinkedHashSet<>();
    steps.forEach(step -> step.forEach(action -> ids.add(action.spec().id)));
    return ids;
  }

  ArrayNode affected(boolean pods) {
    Set<String> ids = new LinkedHashSet<>();
    for (List<Action> step : steps) {
      step.stream().filter(a -> a.spec().pod() == pods).forEach(a -> ids.add(a.spec().id));
    }
    return Json.strings(ids);
  }

  ArrayNode stepsJson() {
    ArrayNode out = Json.array();
    steps.forEach(step -> out.add(stepJson(step)));
    return out;
  }

  static ObjectNode stepJson(@Nullable List<Action> step) {
    ObjectNode out = Json.object();
    ArrayNode actions = out.putArray("actions");
    if (step != null) {
      step.forEach(action -> actions.add(action.json()));
    }
    return out;
  }

  /** What an update answers. */
  ObjectNode reference() {
    return Json.object("deploymentId", id).put("version", Json.stamp(version));
  }
}

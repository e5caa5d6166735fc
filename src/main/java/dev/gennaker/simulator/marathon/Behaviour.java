package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.Knobs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks of one application behave: knobs set by API first, then labels, then the cluster's.
 */
final class Behaviour {

  private static final String PREFIX = "SIM_";
  private static final List<String> NAMES =
      List.of(
          "OFFER_SECONDS",
          "STAGE_SECONDS",
          "START_SECONDS",
          "HEALTHY_SECONDS",
          "READY_SECONDS",
          "KILL_SECONDS",
          "NO_OFFERS",
          "NEVER_RUNNING",
          "NEVER_HEALTHY",
          "NEVER_READY",
          "NEVER_KILLED",
          "FAIL",
          "FAIL_MESSAGE",
          "CRASH_LOOP",
          "FINISH",
          "FLAP");
  private final Map<String, Map<String, String>> byApp = new TreeMap<>();

  /** Names as in the labels, e.g. SIM_FAIL; a null value takes the knob away again. */
  void turn(String appId, String name, @Nullable String value) {
    String key = key(name);
    Map<String, String> knobs = byApp.computeIfAbsent(appId, id -> new TreeMap<>());
    if (value == null) {
      knobs.remove(key);
    } else {
      knobs.put(key, value);
    }
  }

  private static String key(String name) {
    String knob = name.toUpperCase(Locale.ROOT);
    return knob.startsWith(PREFIX) ? knob : PREFIX + knob;
  }

  /** Refuses a name that turns nothing. */
  static void check(String name) {
    if (!NAMES.contains(key(name).substring(PREFIX.length()))) {
      throw new IllegalArgumentException(
          "there is no knob \""
              + name
              + "\" of an app; there are SIM_"
              + String.join(", SIM_", NAMES));
    }
  }

  Map<String, Map<String, String>> turned() {
    return byApp;
  }

  double offerSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "OFFER_SECONDS", cluster.offerSeconds());
  }

  double stageSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "STAGE_SECONDS", cluster.stageSeconds());
  }

  double startSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "START_SECONDS", cluster.startSeconds());
  }

  double healthySeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "HEALTHY_SECONDS", cluster.healthySeconds());
  }

  double readySeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "READY_SECONDS", cluster.readySeconds());
  }

  double killSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, "KILL_SECONDS", cluster.killSeconds());
  }

  boolean noOffers(AppSpec app, Knobs cluster) {
    return cluster.noOffers() || on(app, "NO_OFFERS");
  }

  boolean neverRunning(AppSpec app) {
    return on(app, "NEVER_RUNNING");
  }

  boolean neverHealthy(AppSpec app) {
    return on(app, "NEVER_HEALTHY");
  }

  boolean neverReady(AppSpec app) {
    return on(app, "NEVER_READY");
  }

  boolean neverKilled(AppSpec app) {
    return on(app, "NEVER_KILLED");
  }

  /** How many launches end in TASK_FAILED instead of running; all of them for "true". */
  int failures(AppSpec app) {
    String value = value(app, "FAIL");
    if (value == null || value.equalsIgnoreCase("false")) {
      return 0;
    }
    return value.equalsIgnoreCase("true") ? Integer.MAX_VALUE : (int) parse(value, 0);
  }

  String failMessage(AppSpec app) {
    String value = value(app, "FAIL_MESSAGE");
    return value == null ? "Command exited with status 1" : value;
  }

  String crashMessage(AppSpec app) {
    String value = value(app, "FAIL_MESSAGE");
    return value == null ? "Command exited with status 137" : value;
  }

  /** Seconds a task runs before it fails; negative when it does not. */
  double crashSeconds(AppSpec app) {
    return lifetime(app, "CRASH_LOOP");
  }

  /** Seconds a task runs before it finishes by itself; negative when it does not. */
  double finishSeconds(AppSpec app) {
    return lifetime(app, "FINISH");
  }

  /** Seconds between changes of health; 0 when health is steady. */
  double flapSeconds(AppSpec app) {
    return Math.max(0, lifetime(app, "FLAP"));
  }

  private double lifetime(AppSpec app, String knob) {
    String value = value(app, knob);
    if (value == null || value.equalsIgnoreCase("false")) {
      return -1;
    }
    return value.equalsIgnoreCase("true") ? 2 : parse(value, -1);
  }

  private boolean on(AppSpec app, String knob) {
    return "true".equalsIgnoreCase(value(app, knob));
  }

  private double seconds(AppSpec app, String knob, double otherwise) {
    String value = value(app, knob);
    return value == null ? otherwise : Math.max(0, parse(value, otherwise));
  }

  private static double parse(String value, double otherwise) {
    try {
      return Double.parseDouble(value.trim());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private @Nullable String value(AppSpec app, String knob) {
    Map<String, String> turned = byApp.get(app.id);
    String set = turned == null ? null : turned.get(PREFIX + knob);
    return set != null ? set : app.label(PREFIX + knob);
  }
}

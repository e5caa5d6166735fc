package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.files.LogKnobs;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks of one application behave: knobs set by API first, then labels, then the cluster's.
 */
final class Behaviour {

  private final Map<String, Map<String, String>> byApp = new TreeMap<>();

  /** Names as in the labels, e.g. SIM_FAIL; a null value takes the knob away again. */
  void turn(String appId, String name, @Nullable String value) {
    check(name, value);
    String key = Knob.label(name);
    Map<String, String> knobs = byApp.computeIfAbsent(appId, id -> new TreeMap<>());
    if (value == null) {
      knobs.remove(key);
    } else {
      knobs.put(key, value);
    }
  }

  /** Refuses a name that turns nothing, and a value it cannot be turned to. */
  static void check(String name, @Nullable String value) {
    Knob knob =
        Knob.of(Knob.label(name))
            .orElseThrow(() -> new IllegalArgumentException(Knob.unknown(name)));
    String wrong = value == null ? null : knob.refusal(value);
    if (wrong != null) {
      throw new IllegalArgumentException(knob.label() + " " + wrong);
    }
  }

  Map<String, Map<String, String>> turned() {
    return byApp;
  }

  double offerSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.OFFER_SECONDS, cluster.offerSeconds());
  }

  double stageSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.STAGE_SECONDS, cluster.stageSeconds());
  }

  double startSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.START_SECONDS, cluster.startSeconds());
  }

  double healthySeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.HEALTHY_SECONDS, cluster.healthySeconds());
  }

  double readySeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.READY_SECONDS, cluster.readySeconds());
  }

  double killSeconds(AppSpec app, Knobs cluster) {
    return seconds(app, Knob.KILL_SECONDS, cluster.killSeconds());
  }

  boolean noOffers(AppSpec app, Knobs cluster) {
    return cluster.noOffers() || on(app, Knob.NO_OFFERS);
  }

  boolean neverRunning(AppSpec app) {
    return on(app, Knob.NEVER_RUNNING);
  }

  boolean neverHealthy(AppSpec app) {
    return on(app, Knob.NEVER_HEALTHY);
  }

  boolean neverReady(AppSpec app) {
    return on(app, Knob.NEVER_READY);
  }

  boolean neverKilled(AppSpec app) {
    return on(app, Knob.NEVER_KILLED);
  }

  /** How many launches end in TASK_FAILED instead of running; all of them for "true". */
  int failures(AppSpec app) {
    String value = value(app, Knob.FAIL);
    if (value == null || value.equalsIgnoreCase("false")) {
      return 0;
    }
    return value.equalsIgnoreCase("true") ? Integer.MAX_VALUE : Integer.parseInt(value.strip());
  }

  String failMessage(AppSpec app) {
    String value = value(app, Knob.FAIL_MESSAGE);
    return value == null ? "Command exited with status 1" : value;
  }

  String crashMessage(AppSpec app) {
    String value = value(app, Knob.FAIL_MESSAGE);
    return value == null ? "Command exited with status 137" : value;
  }

  /** Seconds a task runs before it fails; negative when it does not. */
  double crashSeconds(AppSpec app) {
    return lifetime(app, Knob.CRASH_LOOP);
  }

  /** Seconds a task runs before it finishes by itself; negative when it does not. */
  double finishSeconds(AppSpec app) {
    return lifetime(app, Knob.FINISH);
  }

  /** Seconds between changes of health; 0 when health is steady. */
  double flapSeconds(AppSpec app) {
    return Math.max(0, lifetime(app, Knob.FLAP));
  }

  /** How its tasks write. */
  LogKnobs log(AppSpec app) {
    LogKnobs usual = LogKnobs.DEFAULT;
    return new LogKnobs(
        (long) seconds(app, Knob.LOG_LINES, usual.lines()),
        seconds(app, Knob.LOG_RATE, usual.rate()),
        seconds(app, Knob.ERROR_RATE, usual.errorRate()),
        (long) seconds(app, Knob.LOG_ROTATE, usual.rotate()),
        value(app, Knob.LAST_LINE));
  }

  private double lifetime(AppSpec app, Knob knob) {
    String value = value(app, knob);
    if (value == null || value.equalsIgnoreCase("false")) {
      return -1;
    }
    return value.equalsIgnoreCase("true") ? 2 : Double.parseDouble(value);
  }

  private boolean on(AppSpec app, Knob knob) {
    return "true".equalsIgnoreCase(value(app, knob));
  }

  private double seconds(AppSpec app, Knob knob, double otherwise) {
    String value = value(app, knob);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  private @Nullable String value(AppSpec app, Knob knob) {
    Map<String, String> turned = byApp.get(app.id);
    String set = turned == null ? null : turned.get(knob.label());
    return set != null ? set : app.label(knob.label());
  }
}

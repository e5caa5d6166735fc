package dev.gennaker.simulator.metronome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of jobs and schedules Metronome accepts. */
final class Schemas {

  /** Names between dots. */
  static final Pattern JOB_ID =
      Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*)(\\.([a-z0-9]+(-[a-z0-9]+)*))*");

  private static final Pattern SCHEDULE_ID = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]+");
  private static final Rule TEXT = text(0, null);
  private static final Rule WORD = text(1, null);
  private static final Rule FLAG = new Rule.Flag();

  static final Rule SCHEDULE =
      new Rule.Obj(
          Map.of(
              "id", text(1, SCHEDULE_ID),
              "cron", TEXT,
              "timezone", TEXT,
              "timeZone", TEXT,
              "startingDeadlineSeconds", whole(1),
              "concurrencyPolicy", oneOf("ALLOW", "FORBID"),
              "enabled", FLAG),
          Set.of("id", "cron"),
          true);

  static final Rule JOB =
      closed(
          Map.of(
              "id", text(1, JOB_ID),
              "description", TEXT,
              "labels", new Rule.MapOf(TEXT),
              "dependencies", new Rule.ListOf(new Rule.Anything()),
              "schedules", new Rule.ListOf(new Rule.Anything()),
              "run", new Rule.Obj(run(), Set.of("cpus", "mem", "disk"), false)),
          "id",
          "run");

  private Schemas() {}

  private static Map<String, Rule> run() {
    Map<String, Rule> run = new HashMap<>();
    run.put("args", new Rule.ListOf(TEXT));
    run.put("cmd", WORD);
    run.put("cpus", number(0.01));
    run.put("gpus", whole(0));
    run.put("mem", number(32));
    run.put("disk", number(0));
    run.put("user", TEXT);
    run.put("maxLaunchDelay", whole(1));
    run.put("taskKillGracePeriodSeconds", number(0));
    run.put("env", new Rule.MapOf(new Rule.TextOr("secret")));
    run.put("secrets", new Rule.MapOf(new Rule.Obj(Map.of("source", TEXT), Set.of(), true)));
    run.put("artifacts", new Rule.ListOf(artifact()));
    run.put("placement", placement());
    run.put("networks", new Rule.ListOf(network()));
    run.put("docker", docker());
    run.put("ucr", ucr());
    run.put("volumes", new Rule.ListOf(volume()));
    run.put(
        "restart",
        closed(
            Map.of("policy", oneOf("NEVER", "ON_FAILURE"), "activeDeadlineSeconds", whole(0)),
            "policy"));
    return run;
  }

  private static Rule artifact() {
    return closed(Map.of("uri", TEXT, "executable", FLAG, "extract", FLAG, "cache", FLAG), "uri");
  }

  private static Rule placement() {
    Rule constraint =
        closed(
            Map.of(
                "attribute", TEXT, "operator", oneOf("IS", "EQ", "LIKE", "UNLIKE"), "value", TEXT),
            "attribute",
            "operator");
    return closed(Map.of("constraints", new Rule.ListOf(constraint)));
  }

  private static Rule network() {
    return closed(
        Map.of(
            "name",
            TEXT,
            "mode",
            oneOf("host", "container/bridge", "container"),
            "labels",
            new Rule.MapOf(TEXT)),
        "mode");
  }

  private static Rule docker() {
    Rule parameter = closed(Map.of("key", TEXT, "value", TEXT), "key", "value");
    return closed(
        Map.of(
            "image", TEXT,
            "forcePullImage", FLAG,
            "privileged", FLAG,
            "parameters", new Rule.ListOf(parameter)),
        "image");
  }

  private static Rule ucr() {
    Rule image =
        closed(Map.of("id", TEXT, "kind", oneOf("docker", "appc"), "forcePull", FLAG), "id");
    return closed(Map.of("image", image, "privileged", FLAG), "image");
  }

  private static Rule volume() {
    return closed(
        Map.of("containerPath", WORD, "hostPath", WORD, "mode", oneOf("RO", "RW"), "secret", WORD),
        "containerPath");
  }

  private static Rule closed(Map<String, Rule> fields, String... required) {
    return new Rule.Obj(fields, Set.of(required), false);
  }

  private static Rule text(int least, @Nullable Pattern pattern) {
    return new Rule.Text(least, pattern, List.of());
  }

  private static Rule oneOf(String... options) {
    return new Rule.Text(0, null, List.of(options));
  }

  private static Rule number(double least) {
    return new Rule.Numeric(least, false);
  }

  private static Rule whole(double least) {
    return new Rule.Numeric(least, true);
  }
}

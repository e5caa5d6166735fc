package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Findings.there;

import tools.jackson.databind.JsonNode;

/** Marathon's own validation of an app, as far as it needs no cluster. */
final class MarathonRules {

  // Not Marathon's limits, but nobody's intention either.
  private static final int MOST_INSTANCES = 10_000;
  private static final int MOST_CPUS = 4_096;
  private static final double MOST_MIB = 64.0 * 1024 * 1024;
  private static final int YEAR = 366 * 24 * 3600;

  private final JsonNode app;
  private final Findings findings;

  MarathonRules(JsonNode app, Findings findings) {
    this.app = app;
    this.findings = findings;
  }

  void check() {
    sizes();
    command();
    environment();
    strategies();
    singleInstance();
    lists();
    new PlacementRules(app, findings).check();
    new PortRules(app, findings).check();
    new ContainerRules(app, findings).check();
    new CheckRules(app, findings).check();
  }

  private void sizes() {
    findings.whole(app.path("instances"), "$.instances", "The size", 0, MOST_INSTANCES);
    findings.number(app.path("cpus"), "$.cpus", "CPUs", 0, MOST_CPUS);
    findings.number(app.path("mem"), "$.mem", "Memory in MiB", 0, MOST_MIB);
    findings.number(app.path("disk"), "$.disk", "Disk in MiB", 0, MOST_MIB);
    findings.whole(app.path("gpus"), "$.gpus", "GPUs", 0, 1_000);
    findings.number(app.path("backoffSeconds"), "$.backoffSeconds", "The back-off", 0, YEAR);
    findings.number(app.path("backoffFactor"), "$.backoffFactor", "The back-off factor", 1, 1_000);
    seconds("maxLaunchDelaySeconds", "The longest launch delay");
    seconds("taskKillGracePeriodSeconds", "The grace period before a kill");
  }

  private void seconds(String key, String what) {
    findings.whole(app.path(key), "$." + key, what, 0, YEAR);
  }

  private void command() {
    JsonNode cmd = app.path("cmd");
    boolean args = app.path("args").isArray() && !app.path("args").isEmpty();
    findings.text(cmd, "$.cmd", "The command");
    if (there(cmd) && args) {
      findings.fault("$.cmd", "There is both a command and args.", "Keep only one of them.");
    }
    if (!cmd.isString() && !args && !app.path("container").isObject()) {
      findings.fault(
          "$.cmd",
          "Nothing says what to run.",
          "Give a command, args, or a container with an image.");
    }
    if (cmd.isString() && cmd.asString("").length() < 2) {
      findings.fault(
          "$.cmd",
          "Marathon refuses a command of fewer than two characters.",
          "Write it with its path or an argument, or leave it out.");
    }
    if (findings.list(app.path("args"), "$.args", "args")) {
      int index = 0;
      for (JsonNode arg : app.path("args")) {
        findings.text(arg, "$.args[" + index++ + "]", "An argument");
      }
    }
  }

  private void environment() {
    if (findings.object(app.path("env"), "$.env", "The environment")) {
      app.path("env").forEachEntry(this::variable);
    }
    if (findings.object(app.path("labels"), "$.labels", "The labels")) {
      app.path("labels")
          .forEachEntry(
              (key, value) -> {
                findings.text(value, "$.labels." + key, "A label");
                if (value.isNull()) {
                  findings.fault("$.labels." + key, "A label has no value.", "Remove it.");
                }
              });
    }
    if (findings.object(app.path("secrets"), "$.secrets", "The secrets")) {
      app.path("secrets")
          .forEachEntry(
              (key, value) -> {
                if (!value.path("source").isString()) {
                  findings.fault(
                      "$.secrets." + key,
                      "The secret says no source.",
                      "Write { \"source\": \"path/of/the/secret\" }.");
                }
              });
    }
  }

  private void variable(String name, JsonNode value) {
    String path = "$.env." + name;
    if (value.isObject()) {
      String secret = value.path("secret").asString("");
      if (!app.path("secrets").has(secret)) {
        findings.fault(
            path + ".secret",
            "It refers to the secret '" + secret + "', which is not defined.",
            "Add it under secrets with its source.");
      }
    } else {
      findings.text(value, path, "A variable");
    }
  }

  private void strategies() {
    JsonNode upgrade = app.path("upgradeStrategy");
    if (findings.object(upgrade, "$.upgradeStrategy", "The upgrade strategy")) {
      for (String key : new String[] {"minimumHealthCapacity", "maximumOverCapacity"}) {
        String path = "$.upgradeStrategy." + key;
        if (upgrade.path(key).isMissingNode() || upgrade.path(key).isNull()) {
          findings.fault(path, "Marathon needs " + key + " too.", "Give a share from 0 to 1.");
        } else {
          findings.number(upgrade.path(key), path, key, 0, 1);
        }
      }
    }
    findings.oneOf(
        app.path("killSelection"),
        "$.killSelection",
        "The kill selection",
        "YOUNGEST_FIRST",
        "OLDEST_FIRST");
    JsonNode unreachable = app.path("unreachableStrategy");
    if (unreachable.isObject()) {
      String inactive = "$.unreachableStrategy.inactiveAfterSeconds";
      findings.whole(
          unreachable.path("inactiveAfterSeconds"), inactive, "inactiveAfterSeconds", 0, YEAR);
      findings.whole(
          unreachable.path("expungeAfterSeconds"),
          "$.unreachableStrategy.expungeAfterSeconds",
          "expungeAfterSeconds",
          0,
          YEAR);
      if (unreachable.path("inactiveAfterSeconds").asDouble(0)
          > unreachable.path("expungeAfterSeconds").asDouble(Double.MAX_VALUE)) {
        findings.fault(
            inactive,
            "An instance cannot become inactive after it was expunged.",
            "Make inactiveAfterSeconds at most expungeAfterSeconds.");
      }
    } else {
      findings.oneOf(unreachable, "$.unreachableStrategy", "The unreachable strategy", "disabled");
    }
  }

  private void singleInstance() {
    if (app.path("labels").path("MARATHON_SINGLE_INSTANCE_APP").asString("").equals("true")) {
      if (app.path("instances").asDouble(1) > 1) {
        findings.fault(
            "$.instances",
            "The label MARATHON_SINGLE_INSTANCE_APP allows one instance.",
            "Set the size to 1.");
      }
      JsonNode upgrade = app.path("upgradeStrategy");
      if (upgrade.path("minimumHealthCapacity").asDouble(1) != 0
          || upgrade.path("maximumOverCapacity").asDouble(1) != 0) {
        findings.fault(
            "$.upgradeStrategy",
            "The label MARATHON_SINGLE_INSTANCE_APP needs an upgrade that never overlaps.",
            "Set minimumHealthCapacity and maximumOverCapacity to 0.");
      }
    }
  }

  private void lists() {
    if (findings.list(app.path("fetch"), "$.fetch", "What to fetch")) {
      int index = 0;
      for (JsonNode one : app.path("fetch")) {
        String path = "$.fetch[" + index++ + "]";
        if (findings.object(one, path, "What to fetch") && !one.path("uri").isString()) {
          findings.fault(path + ".uri", "It has no URI.", "Give the address to fetch from.");
        }
      }
    }
    findings.list(app.path("uris"), "$.uris", "The URIs");
    findings.list(app.path("dependencies"), "$.dependencies", "The dependencies");
  }
}

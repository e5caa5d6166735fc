package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Findings.there;
import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with the body of a run-job, by Metronome's rules. */
public final class JobCheck {

  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*";
  private static final Set<String> JOB =
      Set.of("id", "description", "labels", "run", "dependencies");
  private static final Set<String> RUN =
      Set.of(
          "args",
          "artifacts",
          "cmd",
          "cpus",
          "gpus",
          "disk",
          "docker",
          "env",
          "maxLaunchDelay",
          "mem",
          "networks",
          "placement",
          "restart",
          "secrets",
          "taskKillGracePeriodSeconds",
          "ucr",
          "user",
          "volumes");

  private final JsonNode job;
  private final Findings findings;

  private JobCheck(JsonNode job, Findings findings) {
    this.job = job;
    this.findings = findings;
  }

  /** Paths lead into the body; places with expressions are not judged. */
  public static List<Fault> check(Map<String, Object> definition) {
    JsonNode body = JsonMapper.shared().valueToTree(definition);
    Findings shapes = new Findings();
    for (String key : List.of("general", "docker", "labels", "env", "secrets", "restartPolicy")) {
      shapes.object(body.path(key), "$." + key, key);
    }
    for (String key : List.of("job", "manifest")) {
      shapes.object(body.path(key), "$." + key, "The Metronome job");
      if (body.path(key).isObject()) {
        shapes.object(body.path(key).path("run"), "$." + key + ".run", "run");
      }
    }
    for (String key : List.of("constraints", "artifacts", "volumes", "networks")) {
      shapes.list(body.path(key), "$." + key, key);
    }
    if (!shapes.faults().isEmpty()) {
      return shapes.faults();
    }
    JobBuilder.Built built = JobBuilder.trace(body);
    Findings findings = new Findings();
    new JobCheck(built.job(), findings).check(Images.later(body.path("docker").path("image")));
    return findings.faults().stream()
        .map(f -> new Fault(built.origins().of(f.path()), f.message(), f.fix()))
        .distinct()
        .toList();
  }

  private void check(boolean imageLater) {
    JsonNode run = job.path("run");
    id();
    unknown(job, "$", JOB);
    unknown(run, "$.run", RUN);
    required(run, "cpus", "CPUs", 0.01, 4_096);
    required(run, "mem", "Memory", 32, 67_108_864);
    required(run, "disk", "Disk", 0, 67_108_864);
    findings.whole(run.path("gpus"), "$.run.gpus", "GPUs", 0, 1_024);
    findings.whole(
        run.path("maxLaunchDelay"), "$.run.maxLaunchDelay", "maxLaunchDelay", 1, 31_536_000);
    findings.text(run.path("cmd"), "$.run.cmd", "The command");
    findings.list(run.path("args"), "$.run.args", "args");
    boolean image = given(run.path("docker").path("image")) || run.has("ucr") || imageLater;
    if (!given(run.path("cmd")) && !image) {
      findings.fault("$.run.cmd", "Nothing says what to run.", "Give a command or a Docker image.");
    }
    if (given(run.path("cmd")) && given(run.path("args"))) {
      findings.fault(
          "$.run.args", "It has both a command and arguments.", "Keep one of cmd and args.");
    }
    if (run.has("docker") && run.has("ucr")) {
      findings.fault("$.run.ucr", "It has both docker and ucr.", "Keep one of them.");
    }
    findings.oneOf(
        run.path("restart").path("policy"),
        "$.run.restart.policy",
        "The restart policy",
        "NEVER",
        "ON_FAILURE");
    JsonNode constraints = run.path("placement").path("constraints");
    for (int i = 0; i < constraints.size(); i++) {
      findings.oneOf(
          constraints.get(i).path("operator"),
          "$.run.placement.constraints[" + i + "].operator",
          "The operator",
          "IS",
          "EQ",
          "LIKE",
          "UNLIKE");
    }
    secrets(run);
  }

  private void id() {
    JsonNode id = job.path("id");
    if (!given(id)) {
      findings.fault("$.id", "The job has no id.", "Give it one, e.g. shop.migrate-db.");
    } else if (there(id) && !id.asString("").matches(ID)) {
      findings.fault(
          "$.id",
          "Metronome allows no job with the id " + Findings.shown(id) + ".",
          "Use lower case letters, digits and inner dashes, in parts between dots.");
    }
  }

  private void unknown(JsonNode node, String path, Set<String> known) {
    node.forEachEntry(
        (key, value) -> {
          if (!known.contains(key)) {
            findings.fault(
                path + "." + key,
                "Metronome knows no " + key + " there and refuses the whole job.",
                key.equals("maxLaunchDelaySeconds") ? "Its name is maxLaunchDelay." : "Remove it.");
          }
        });
  }

  private void required(JsonNode run, String key, String what, double least, double most) {
    if (!run.has(key)) {
      findings.fault(
          "$.run." + key, what + " is missing; Metronome wants it said.", "Give a number.");
    }
    findings.number(run.path(key), "$.run." + key, what, least, most);
  }

  private void secrets(JsonNode run) {
    Set<String> used = new TreeSet<>();
    run.path("env").forEach(value -> add(value.path("secret"), used));
    run.path("volumes").forEach(volume -> add(volume.path("secret"), used));
    Set<String> named = new TreeSet<>();
    run.path("secrets").forEachEntry((name, value) -> named.add(name));
    if (!used.equals(named)) {
      findings.fault(
          "$.run.secrets",
          "Secrets named %s, secrets used %s; Metronome wants them equal.".formatted(named, used),
          "Name each secret under secrets and use it in env or volumes.");
    }
  }

  private static void add(JsonNode secret, Set<String> to) {
    if (secret.isString()) {
      to.add(secret.asString(""));
    }
  }
}

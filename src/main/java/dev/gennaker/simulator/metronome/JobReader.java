package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads jobs: refuses what Metronome refuses, and fills in its defaults. */
final class JobReader {

  private JobReader() {}

  static JsonNode json(byte[] body) {
    try {
      if (body.length > 0) {
        return Json.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8));
      }
    } catch (JacksonException e) {
      // told below
    }
    throw Refusal.of(400, "Invalid Json: No content to map due to end-of-input or bad JSON");
  }

  /** The job with everything it leaves out, without schedules. */
  static ObjectNode job(JsonNode in) {
    Problems problems = new Problems();
    Schemas.JOB.check(in, "", problems);
    problems.refuse();
    JsonNode run = in.path("run");
    if (!run.has("cmd")
        && Json.text(run.path("docker"), "image", "").isEmpty()
        && !run.has("ucr")) {
      problems.add("/run", "Cmd, docker or ucr image must be specified");
    }
    if (run.has("docker") && run.has("ucr")) {
      problems.add("/run", "Either Docker or UCR should be provided, but not both");
    }
    secrets(run, problems);
    problems.refuse();
    ObjectNode out = Json.object("id", Json.text(in, "id", ""));
    copy(in, out, "description");
    out.set("labels", in.has("labels") ? in.get("labels") : Json.object());
    copy(in, out, "dependencies");
    out.set("run", run((ObjectNode) run));
    return out;
  }

  private static void secrets(JsonNode run, Problems problems) {
    Set<String> used = new TreeSet<>();
    for (JsonNode value : run.path("env")) {
      if (value.path("secret").isString()) {
        used.add(value.path("secret").asString());
      }
    }
    for (JsonNode volume : run.path("volumes")) {
      if (volume.has("secret")) {
        used.add(volume.path("secret").asString());
      }
    }
    Set<String> provided = new TreeSet<>();
    run.path("secrets").forEachEntry((name, value) -> provided.add(name));
    if (!used.equals(provided)) {
      problems.add(
          "/run",
          "Secret names are different from provided secrets. Defined: %s, Provided: %s"
              .formatted(String.join(", ", used), String.join(", ", provided)));
    }
  }

  private static ObjectNode run(ObjectNode in) {
    ObjectNode out = in.deepCopy();
    for (String list : List.of("artifacts", "volumes", "networks")) {
      if (!out.has(list)) {
        out.putArray(list);
      }
    }
    for (String map : List.of("env", "secrets")) {
      if (!out.has(map)) {
        out.putObject(map);
      }
    }
    for (JsonNode artifact : out.path("artifacts")) {
      otherwise((ObjectNode) artifact, "extract", true);
      otherwise((ObjectNode) artifact, "executable", false);
      otherwise((ObjectNode) artifact, "cache", false);
    }
    JsonNode constraints = out.withObjectProperty("placement").withArrayProperty("constraints");
    for (JsonNode constraint : constraints) {
      if (Json.text(constraint, "operator", "").equals("EQ")) {
        ((ObjectNode) constraint).put("operator", "IS");
      }
    }
    if (out.get("docker") instanceof ObjectNode docker) {
      otherwise(docker, "privileged", false);
      docker.withArrayProperty("parameters");
      otherwise(docker, "forcePullImage", false);
    }
    if (out.get("ucr") instanceof ObjectNode ucr) {
      otherwise(ucr, "privileged", false);
      ObjectNode image = ucr.withObjectProperty("image");
      image.put("kind", Json.text(image, "kind", "docker"));
      otherwise(image, "forcePull", false);
    }
    if (!out.has("maxLaunchDelay")) {
      out.put("maxLaunchDelay", 3600);
    }
    if (!out.has("gpus")) {
      out.put("gpus", 0);
    }
    ObjectNode restart = out.withObjectProperty("restart");
    restart.put("policy", Json.text(restart, "policy", "NEVER"));
    return out;
  }

  private static void otherwise(ObjectNode in, String flag, boolean value) {
    if (!in.has(flag)) {
      in.put(flag, value);
    }
  }

  private static void copy(JsonNode in, ObjectNode out, String key) {
    if (in.has(key)) {
      out.set(key, in.get(key));
    }
  }
}
